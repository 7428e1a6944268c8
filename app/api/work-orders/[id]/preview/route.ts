import { z } from "zod";
import { AppError } from "@/lib/errors";
import { exportEngine } from "@/lib/export/engine";
import { previewExport } from "@/lib/export/preview-export";
import { jsonRoute } from "@/lib/routes/json-route";

/** What an export to `?connection=` would send now. It reads at the vendor and sends nothing. */
export const GET = jsonRoute<{ id: string }>("viewer", ({ session: { accountId }, request, params }) => {
  const id = z.uuid().safeParse(params.id);
  const connection = z.uuid().safeParse(new URL(request.url).searchParams.get("connection"));
  if (!id.success || !connection.success) throw new AppError("record_not_found", { kind: "config" });
  return previewExport(exportEngine(), { accountId, workOrderId: id.data, connectionId: connection.data });
});
