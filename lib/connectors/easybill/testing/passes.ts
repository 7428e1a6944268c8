import { startEasybillSandbox, type EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import type { Cursor, DueBelow, PassEvent, PassRequest, Retrieval } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import { knownFrom, openConversation, type Conversation } from "@/lib/connectors/testing/conversation";
import type { Timing } from "@/lib/timing";
import { createEasybillConnector } from "../connector";

/** A sandbox without limits, of this size. */
export function startPlainSandbox(options: NonNullable<Parameters<typeof startEasybillSandbox>[0]> = {}): Promise<EasybillSandbox> {
  return startEasybillSandbox({ customers: 40, positions: 60, logins: 4, ...options, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 }, ...options.protocol } });
}

/** A conversation as the engine opens one, with the sandbox's bigger company unless another key is given. */
export function converse(sandbox: EasybillSandbox, { apiKey = sandbox.keys.business, plan = "business", timing = {} }: { apiKey?: string; plan?: string; timing?: Partial<Timing> } = {}): Conversation {
  return openConversation({ login: { plan, apiKey }, administration: null, timing });
}

export function retrievalOf(sandbox: EasybillSandbox, id: string): Retrieval {
  const retrieval = createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl })).retrievals.find((one) => one.id === id);
  if (retrieval === undefined) throw new Error(`EasyBill has no retrieval ${id}`);
  return retrieval;
}

type Page = Extract<PassEvent, { type: "page" }>;
export type SteppedPass = { pages: Page[]; end: Extract<PassEvent, { type: "end" }>; steps: number; records: (kind: RecordKind) => SourceRecord[] };

/**
 * Reads a retrieval as the engine does, where each page is a step of its own: a new conversation that goes on at the page before's place.
 * `beforeStep` is called before each, with its number.
 */
export async function readBySteps(sandbox: EasybillSandbox, retrieval: Retrieval, request: Partial<PassRequest> = {}, beforeStep: (step: number) => Promise<unknown> = () => Promise.resolve()): Promise<SteppedPass> {
  const pages: Page[] = [];
  let resume: Cursor = request.resume ?? null;
  for (let step = 0; step < 200; step += 1) {
    await beforeStep(step);
    const pass: PassRequest = { mode: "complete", since: null, kinds: new Set(retrieval.kinds), known: knownFrom(), ...request, resume };
    for await (const event of retrieval.read(converse(sandbox).context, pass)) {
      if (event.type === "end") return { pages, end: event, steps: step + 1, records: (kind) => pages.filter((page) => page.kind === kind).flatMap((page) => page.records) };
      pages.push(event);
      // What goes between two steps is stored as JSON.
      resume = JSON.parse(JSON.stringify(event.resume));
      if (event.goesOn !== true) break;
    }
  }
  throw new Error("The pass does not come to its end");
}

/** What this side knows when these customers are due for their contacts. */
export function knowing(due: readonly DueBelow[]): PassRequest["known"] {
  return { ...knownFrom(), dueBelow: (_, limit) => Promise.resolve(due.slice(0, limit)) };
}
