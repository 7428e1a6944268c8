import { setTimeout as sleep } from "node:timers/promises";
import { startEasybillSandbox, type EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { spacing } from "@/lib/budget/take-budget";
import { createEasybillConnector } from "@/lib/connectors/easybill/connector";
import type { EasybillPlan } from "@/lib/connectors/easybill/login-schema";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { seal } from "@/lib/crypto/seal";
import { connectAccount, createTestEngine, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";
import { openVendorContext } from "@/lib/vendor/open-context";
import { countWrites, markRows } from "./count-writes";

export type Size = { readonly plan: EasybillPlan; readonly customers: number; readonly positions: number; /** How many times faster a minute passes. */ readonly speed: number; /** Default: what the plan allows. */ readonly requestsPerMinute?: number };

/** Times are those of a machine and a vendor whose minute has 60 seconds. */
export type Figures = {
  readonly limit: number;
  readonly requests: number;
  /** Answers 429, of all there were. */
  readonly rateLimited: number;
  /** From asking to the verdict of the first import; `waited`: of it, for a place in the budget. */
  readonly seconds: number;
  readonly waited: number;
  /** Of it, what the processor did for it, the stand-in of EasyBill included. */
  readonly processor: number;
  /** Rows written by a pass over the same records. */
  readonly unchangedWrites: number;
  /**
   * Of exports while an import runs, of several requests each: how many, the longest wait of one before its first request, of one as a whole, of one
   * as a whole for each of its requests, and how long a place takes.
   */
  readonly exports: { readonly count: number; readonly longestStart: number; readonly longestExport: number; readonly longestPerRequest: number; readonly slot: number };
};

/** Contacts are off: they take a request for each customer. */
const kinds: ImportKind[] = ["relations", "categories", "materials", "hourTypes", "employees"];

/** Imports everything of an EasyBill with this many records, within the budget of its plan, again without a change, and again with an export beside it. */
export async function measureEasybill({ plan, customers, positions, speed, requestsPerMinute }: Size): Promise<Figures> {
  const rateWindow = 60_000 / speed;
  const limits = requestsPerMinute === undefined ? {} : { requestsPerMinute: { PLUS: requestsPerMinute, BUSINESS: requestsPerMinute } };
  const sandbox = await startEasybillSandbox({ customers, plusCustomers: customers, positions, plusPositions: positions, contacts: false, protocol: { rateWindowMilliseconds: rateWindow, ...limits } });
  const watch = new Waits();
  const it = await createTestEngine({ rateWindow, wait: watch.wait });
  try {
    const vendor = createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl }));
    const limit = requestsPerMinute ?? vendor.manifest.requestsPerMinute({ plan });
    const connector = { ...vendor, manifest: { ...vendor.manifest, requestsPerMinute: () => limit } };
    it.engine = { ...it.engine, findConnector: (id) => (id === "easybill" ? connector : null) };
    it.connectionId = await connectAccount(it.engine, it.accountId, "easybill", kinds);
    await enterKey(it, plan, sandbox.keys[plan]);

    const first = await timed(watch, speed, () => importAll(it));
    const requests = (await sandbox.requests()).length;
    const mark = await markRows(it.db);
    await importAll(it);
    const unchangedWrites = await countWrites(it.db, mark);
    const exports = await exportBeside(it, sandbox, { speed, rateWindow, limit });
    const rateLimited = (await sandbox.requests()).filter(({ status }) => status === 429).length;
    return { limit, requests, rateLimited, ...first, unchangedWrites, exports };
  } finally {
    await it.close();
    await sandbox.stop();
  }
}

async function importAll(it: TestEngine): Promise<void> {
  const run = await sync(it, { kinds });
  if (run.state !== "succeeded") throw new Error(`The import ended ${run.state}`);
}

/** The connection sends work orders as well, so that its imports leave room for them. */
async function enterKey({ db, engine, accountId, connectionId }: TestEngine, plan: EasybillPlan, key: string): Promise<void> {
  const secrets = { apiKey: seal(key, { accountId, connectionId, field: "apiKey" }, engine.keyRing) };
  await db.prisma.connection.update({ where: { id: connectionId, accountId }, data: { login: { plan }, secrets, administration: null, administrations: [], nextExportAt: engine.timing.now() } });
}

/** Adds up what is waited for a place. */
class Waits {
  total = 0;
  readonly wait = async (milliseconds: number): Promise<void> => {
    this.total += milliseconds;
    await sleep(milliseconds);
  };
}

async function timed(watch: Waits, speed: number, work: () => Promise<void>): Promise<{ seconds: number; waited: number; processor: number }> {
  const [beganAt, before, used] = [performance.now(), watch.total, process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  const waited = watch.total - before;
  return { seconds: (performance.now() - beganAt - waited + waited * speed) / 1000, waited: (waited * speed) / 1000, processor: (user + system) / 1_000_000 };
}

/** Long enough that the budget is used up most of the time. */
const passesBeside = 2;

async function importAgain(it: TestEngine, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await importAll(it);
}

type Pace = { speed: number; rateWindow: number; limit: number };

/** Asks what an export asks, request by request, once in every window, for as long as imports run one after the other. */
async function exportBeside(it: TestEngine, sandbox: EasybillSandbox, { speed, rateWindow, limit }: Pace): Promise<Figures["exports"]> {
  const watch = new Waits();
  const { db, keyRing, timing, findConnector } = it.engine;
  const exporter = findConnector("easybill")?.exporter;
  const connection = await db.prisma.connection.findUniqueOrThrow({ where: { id: it.connectionId, accountId: it.accountId } });
  const [customer] = await sandbox.customers();
  let isOver = false;
  const running = importAgain(it, passesBeside).finally(() => (isOver = true));
  const exports: number[][] = [];
  while (!isOver) {
    const waits: number[] = [];
    const context = openVendorContext(db, { ...timing, wait: watch.wait }, connection, { keyRing, signal: new AbortController().signal, requestsPerMinute: limit, purpose: "export", recordExchange: () => undefined });
    const takeBudget = async () => {
      const before = watch.total;
      await context.takeBudget();
      waits.push(watch.total - before);
    };
    const watched = { ...context, takeBudget };
    const matched = await exporter?.lookUp(watched, { relations: [customer?.number ?? ""], articles: [] });
    await exporter?.readDetails?.(watched, { relations: { [customer?.number ?? ""]: String(customer?.id) }, articles: {}, blocked: matched?.blocked });
    await exporter?.find(watched, { reference: "measured", since: timing.now(), sent: null });
    exports.push(waits);
    // What exports have asked themselves is in nobody's way when the next one asks.
    await sleep(rateWindow * 1.1);
  }
  await running;
  const longest = (waitOf: (waits: readonly number[]) => number) => (Math.max(0, ...exports.map(waitOf)) * speed) / 1000;
  return {
    count: exports.length,
    longestStart: longest(([first = 0]) => first),
    longestExport: longest(sum),
    longestPerRequest: longest((waits) => sum(waits) / Math.max(1, waits.length)),
    slot: (spacing(rateWindow) * speed) / 1000 / limit,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
