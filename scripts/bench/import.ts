import { connectCash } from "./connect-cash";
import { advanceImport } from "@/lib/sync/advance-import";
import { claimRun } from "@/lib/sync/claim-run";
import { syncEngine, type SyncEngine } from "@/lib/sync/engine";
import { finishRun } from "@/lib/sync/finish-run";
import { requestRun } from "@/lib/sync/request-run";
import { openVendorContext } from "@/lib/vendor/open-context";

/** One complete sync of the relations, done the way the job does it. The last line of the output says what it took. */
async function run(): Promise<void> {
  const engine = syncEngine();
  const { accountId, connectionId } = await connectCash(engine);
  await tryLogin(engine, accountId);
  const begin = performance.now();
  await requestRun(engine.db, { accountId, connectionId, trigger: "nightly", requestedBy: null }, engine.findConnector);
  const claim = await claimRun(engine, connectionId, "bench");
  if (!claim) throw new Error("There is no run to claim");
  for (const retrieval of claim.retrievals) {
    const advance = await advanceImport(engine, { runId: claim.runId, fence: claim.fence, retrieval, attempt: 0, isLastTry: true });
    if (advance.state !== "done") throw new Error(`The retrieval ${retrieval} came to ${advance.state}`);
  }
  await finishRun(engine, claim);
  const seconds = (performance.now() - begin) / 1000;
  const imports = await engine.db.prisma.syncRunImport.findMany({ where: { runId: claim.runId } });
  if (imports.some(({ state }) => state !== "done")) throw new Error(`The import did not succeed: ${JSON.stringify(imports)}`);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const rows = sum(imports.map(({ read }) => read));
  const written = sum(imports.map(({ created, changed }) => created + changed));
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ rows, written, seconds, peakMegabytes })}\n`);
  await engine.db.close();
}

/** As the settings page does before any sync: from then on the process knows how the vendor wants to be spoken to. */
async function tryLogin({ db, timing, keyRing, findConnector }: SyncEngine, accountId: string): Promise<void> {
  const connection = await db.prisma.connection.findFirstOrThrow({ where: { accountId } });
  const context = openVendorContext(db, timing, connection, { keyRing, signal: new AbortController().signal, recordExchange: () => undefined });
  await findConnector(connection.vendor)?.verify(context);
}

await run();
