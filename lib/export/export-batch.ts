import type { ExportAdvance } from "@/lib/export/claim-intent";
import type { ExportEngine } from "@/lib/export/engine";
import { exportNext } from "@/lib/export/export-next";

/** So many work orders, or so much time, in one step of a job: what is written down stays even when the step's own answer is lost. */
const MOST = 20;
const MOST_TIME = 20_000;

/** Brings several work orders of a connection as far as they go now. Out: what the last one came to; `worked` means that there may be more. */
export async function exportBatch(engine: ExportEngine, request: { connectionId: string; worker: string }): Promise<ExportAdvance> {
  const begunAt = engine.timing.now().getTime();
  let advance: ExportAdvance = { state: "worked" };
  for (let count = 0; count < MOST && advance.state === "worked" && engine.timing.now().getTime() - begunAt < MOST_TIME; count += 1) advance = await exportNext(engine, request);
  return advance;
}
