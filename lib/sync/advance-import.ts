import type { PoolClient } from "pg";
import type { Cursor, PassEvent } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { AppError, toAppError } from "@/lib/errors";
import { beginPass } from "@/lib/sync/begin-pass";
import { Conversation } from "@/lib/sync/conversation";
import { decidePass, type PassPlan } from "@/lib/sync/decide-pass";
import { enterStep, type Step, type StepRequest } from "@/lib/sync/enter-step";
import type { SyncEngine } from "@/lib/sync/engine";
import { finishPass } from "@/lib/sync/finish-pass";
import { Heartbeat } from "@/lib/sync/heartbeat";
import { withClient } from "@/lib/transaction";
import { Interruption } from "@/lib/sync/interruption";
import { knownRecords } from "@/lib/sync/known-records";
import { findNewKinds } from "@/lib/sync/new-kinds";
import { PageLedger } from "@/lib/sync/page-ledger";
import type { PageScope } from "@/lib/sync/page-scope";
import { readAhead } from "@/lib/sync/read-ahead";
import { settleFailure } from "@/lib/sync/settle-failure";
import { settleInterruption } from "@/lib/sync/settle-interruption";
import { writePage } from "@/lib/sync/write-page";
import { openVendorContext } from "@/lib/vendor/open-context";

/**
 * What a step came to:
 * - `more`: a page is written, the next one is another step
 * - `done`: the retrieval is over, well or not; the next one can begin
 * - `retry`: the vendor is away for the moment; the same step again after so many milliseconds
 * - `over`: nothing more is to be done in this run
 */
export type Advance = { state: "more" } | { state: "done" } | { state: "retry"; after: number; code: string } | { state: "over" };

export type AdvanceRequest = StepRequest & {
  /** How often this step was tried before, from 0; and whether it will not be tried again. */
  attempt: number;
  isLastTry: boolean;
};

/** How many pages are read from the vendor while one is being written. */
const PAGES_AHEAD = 2;

/** Works on one retrieval of a run: all of it, or one page where the vendor pages. Safe to repeat at any moment. */
export async function advanceImport(engine: SyncEngine, request: AdvanceRequest): Promise<Advance> {
  try {
    const step = await enterStep(engine, request);
    const conversation = new Conversation();
    const { attempt, isLastTry } = request;
    return await workOn(engine, step, conversation).catch((thrown: unknown) => {
      if (thrown instanceof Interruption) throw thrown;
      return settleFailure(engine, { step, error: toAppError(thrown), attempt, isLastTry, conversation });
    });
  } catch (thrown) {
    if (thrown instanceof Interruption) return settleInterruption(engine, request, thrown);
    throw thrown;
  }
}

/** The connection's settings and prepared statements are for pages alone, so it is not given back to the pool. */
function workOn(engine: SyncEngine, step: Step, conversation: Conversation): Promise<Advance> {
  return withClient(
    engine.db,
    async (client) => {
      const position = await beginPass(client, step, engine.timing.now());
      if (position.isOver) return { state: "done" };
      const plan = await decidePass(client, step.run, step.kinds);
      // A page's records are found one by one in the indexes; statistics from when the tables were empty must not say otherwise.
      // And the end of a run waits for the disk, with it for everything before; a single page need not.
      await client.query("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET synchronous_commit = off");
      const newKinds = await findNewKinds(client, step.run, step.kinds);
      const heartbeat = new Heartbeat(engine, step.run, conversation);
      try {
        return await readPass(engine, { step, client, heartbeat, plan, newKinds, resume: position.resume, conversation });
      } catch (error) {
        heartbeat.abort(error);
        // The vendor's side sees only that it was stopped; why is ours to say.
        throw heartbeat.signal.reason instanceof Interruption ? heartbeat.signal.reason : error;
      } finally {
        await heartbeat.stop();
      }
    },
    { discard: true },
  );
}

type Pass = { step: Step; client: PoolClient; heartbeat: Heartbeat; plan: PassPlan; newKinds: ReadonlySet<RecordKind>; resume: Cursor; conversation: Conversation };

async function readPass(engine: SyncEngine, pass: Pass): Promise<Advance> {
  const { step, heartbeat, plan, resume, conversation } = pass;
  const ledger = new PageLedger(heartbeat.signal);
  const context = openVendorContext(engine.db, engine.timing, step.connection, {
    signal: heartbeat.signal,
    keyRing: engine.keyRing,
    requestsPerMinute: step.requestsPerMinute,
    isPaced: step.isExporting,
    recordExchange: (exchange) => conversation.record(exchange),
  });
  const known = knownRecords(engine.db, step.run, () => ledger.settled());
  const source = step.retrieval.read(context, { mode: plan.mode, since: plan.since, resume, kinds: new Set(step.kinds), known });
  for await (const event of readAhead(ledger.countHandedOver(source), step.retrieval.step === "page" ? 1 : PAGES_AHEAD)) {
    const advance = await takeEvent(engine, pass, event).catch((error: unknown) => {
      heartbeat.abort(error);
      throw error;
    });
    ledger.countWritten();
    if (advance) return advance;
  }
  throw new AppError("vendor_incomplete", { kind: "transient" });
}

async function takeEvent(engine: SyncEngine, { step, client, plan, newKinds, conversation }: Pass, event: PassEvent): Promise<Advance | null> {
  if (event.type === "end") {
    await finishPass(engine, { step, end: event, requests: conversation.takeRequests(), exchanges: conversation.exchanges, hasOtherAdministrations: plan.hasOtherAdministrations });
    return { state: "done" };
  }
  if (!step.kinds.includes(event.kind)) return null;
  const scope: PageScope = { client, run: step.run, kind: event.kind, hasOtherAdministrations: plan.hasOtherAdministrations, isNew: newKinds.has(event.kind) };
  const isPaged = step.retrieval.step === "page";
  await writePage(scope, event, {
    now: engine.timing.now(),
    requests: conversation.takeRequests(),
    ...(isPaged ? { resume: { kinds: step.kinds, cursor: event.resume } } : {}),
  });
  return isPaged && event.goesOn !== true ? { state: "more" } : null;
}
