import { connectCash } from "./connect-cash";
import { advanceImport } from "@/lib/sync/advance-import";
import { claimRun } from "@/lib/sync/claim-run";
import { syncEngine, type SyncEngine } from "@/lib/sync/engine";
import { finishRun } from "@/lib/sync/finish-run";
import { requestRun } from "@/lib/sync/request-run";
import { openVendorContext } from "@/lib/vendor/open-context";

type Target = { accountId: string; connectionId: string };

/**
 * One complete sync of the relations, done the way the job does it. The last line of the output says what it took.
 * `warm`: another account's relations are imported before, as in a server that has been running for a while.
 */
async function run(isWarm: boolean): Promise<void> {
  const engine = syncEngine();
  const target = await connectCash(engine, "Bench");
  await tryLogin(engine, target);
  if (isWarm) await importRelations(engine, await connectCash(engine, "Before"));
  const begin = performance.now();
  const runId = await importRelations(engine, target);
  const seconds = (performance.now() - begin) / 1000;
  const imports = await engine.db.prisma.syncRunImport.findMany({ where: { runId } });
  if (imports.some(({ state }) => state !== "done")) throw new Error(`The import did not succeed: ${JSON.stringify(imports)}`);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const rows = sum(imports.map(({ read }) => read));
  const written = sum(imports.map(({ created, changed }) => created + changed));
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ rows, written, seconds, peakMegabytes })}\n`);
  await engine.db.close();
}

/** Out: the run's id. */
async function importRelations(engine: SyncEngine, { accountId, connectionId }: Target): Promise<string> {
  await requestRun(engine.db, { accountId, connectionId, trigger: "nightly", requestedBy: null }, engine.findConnector);
  const claim = await claimRun(engine, connectionId, "bench");
  if (!claim) throw new Error("There is no run to claim");
  for (const retrieval of claim.retrievals) {
    const advance = await advanceImport(engine, { runId: claim.runId, fence: claim.fence, retrieval, attempt: 0, isLastTry: true });
    if (advance.state !== "done") throw new Error(`The retrieval ${retrieval} came to ${advance.state}`);
  }
  await finishRun(engine, claim);
  return claim.runId;
}

/** As the settings page does before any sync: from then on the process knows how the vendor wants to be spoken to. */
async function tryLogin({ db, timing, keyRing, findConnector }: SyncEngine, { connectionId }: Target): Promise<void> {
  const connection = await db.prisma.connection.findUniqueOrThrow({ where: { id: connectionId } });
  const context = openVendorContext(db, timing, connection, { keyRing, signal: new AbortController().signal, recordExchange: () => undefined });
  await findConnector(connection.vendor)?.verify(context);
}

await run(process.argv.includes("warm"));
