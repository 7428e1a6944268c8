import { z } from "zod";
import { AppError } from "@/lib/errors";
import { jsonRoute } from "@/lib/routes/json-route";
import { getRun } from "@/lib/runs/get-run";
import { syncEngine } from "@/lib/sync/engine";

/** One sync with its counters; asked for every few seconds while it is under way. */
export const GET = jsonRoute<{ id: string }>("viewer", ({ session: { accountId }, params }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new AppError("run_not_found", { kind: "config" });
  return getRun(syncEngine(), { accountId, runId: id.data });
});
