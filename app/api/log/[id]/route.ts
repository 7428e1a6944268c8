import { z } from "zod";
import { AppError } from "@/lib/errors";
import { readLogEntry } from "@/lib/log/read-entry";
import { jsonRoute } from "@/lib/routes/json-route";
import { database } from "@/lib/db";

/** One entry with everything there is to it. */
export const GET = jsonRoute<{ id: string }>("viewer", ({ session: { accountId }, params }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new AppError("record_not_found", { kind: "config" });
  return readLogEntry(database(), { accountId, entryId: id.data });
});
