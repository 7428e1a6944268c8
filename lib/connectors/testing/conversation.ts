import type { Exchange, KnownRecords, Login, PassEvent, PassRequest, RecordStanding, Retrieval, VendorContext } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import { AppError } from "@/lib/errors";
import { productionTiming, type Timing } from "@/lib/timing";

export type Conversation = { context: VendorContext; exchanges: Exchange[]; budget: { taken: number }; abort: AbortController };

export type ConversationOptions = { login: Login; administration: string | null; timing?: Partial<Timing> };

/** A context as the engine opens one, with everything it was told kept for a look afterwards. */
export function openConversation({ login, administration, timing = {} }: ConversationOptions): Conversation {
  const exchanges: Exchange[] = [];
  const budget = { taken: 0 };
  const abort = new AbortController();
  return {
    exchanges,
    budget,
    abort,
    context: {
      login,
      administration,
      timing: { ...productionTiming, ...timing },
      signal: abort.signal,
      takeBudget: () => {
        budget.taken += 1;
        return Promise.resolve();
      },
      recordExchange: (exchange) => exchanges.push(exchange),
    },
  };
}

/** What this side knows of a vendor's records, from a plain list. */
export function knownFrom(standings: Partial<Record<RecordKind, Readonly<Record<string, RecordStanding>>>> = {}): KnownRecords {
  return {
    standing: (kind, externalIds) =>
      Promise.resolve(new Map(Object.entries(standings[kind] ?? {}).filter(([externalId]) => externalIds.includes(externalId)))),
    activeIds: async function* (kind) {
      const active = Object.entries(standings[kind] ?? {}).flatMap(([externalId, { state }]) => (state === "active" ? [externalId] : []));
      if (active.length > 0) yield await Promise.resolve(active.sort());
    },
    dueBelow: () => Promise.resolve([]),
    unseen: () => Promise.resolve([]),
  };
}

export type ReadPass = { records: (kind: RecordKind) => SourceRecord[]; pages: Extract<PassEvent, { type: "page" }>[]; end: Extract<PassEvent, { type: "end" }> | null };

/** Reads a retrieval to its end. */
export async function readPass(retrieval: Retrieval, context: VendorContext, request: Partial<PassRequest> = {}): Promise<ReadPass> {
  const pass: PassRequest = { mode: "complete", since: null, resume: null, kinds: new Set(retrieval.kinds), known: knownFrom(), ...request };
  const pages: ReadPass["pages"] = [];
  let end: ReadPass["end"] = null;
  for await (const event of retrieval.read(context, pass)) {
    if (event.type === "page") pages.push(event);
    else end = event;
  }
  return { pages, end, records: (kind) => pages.filter((page) => page.kind === kind).flatMap((page) => page.records) };
}

/** The standings after a pass, as the engine would keep them. */
export function standingsAfter(records: readonly SourceRecord[]): Record<string, RecordStanding> {
  const standings: Record<string, RecordStanding> = {};
  for (const record of records) {
    standings[record.externalId] ??=
      record.outcome === "import" ? { state: "active" } : { state: "skipped", reason: record.outcome === "skip" ? record.reason : "invalidValue" };
  }
  return standings;
}

/** How often each outcome came: `import`, `fail`, or the reason. Of records with one id the first counts. */
export function tallyOutcomes(records: readonly SourceRecord[]): Record<string, number> {
  const tally: Record<string, number> = {};
  const seen = new Set<string>();
  for (const record of records) {
    const outcome = seen.has(record.externalId) ? "duplicate" : record.outcome === "skip" ? record.reason : record.outcome;
    seen.add(record.externalId);
    tally[outcome] = (tally[outcome] ?? 0) + 1;
  }
  return tally;
}

/** The error something ends with; fails when it ends well or with an error that is none of ours. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const outcome = await work.then(
    () => "nothing was thrown",
    (error: unknown) => error,
  );
  if (outcome instanceof AppError) return outcome;
  throw new Error(`Expected an AppError, got ${String(outcome)}`);
}
