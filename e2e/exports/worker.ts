import type { Connector, VendorContext } from "@/lib/connectors/connector";
import { followUpIds, type Exporter, type FollowUp, type FollowUpId } from "@/lib/connectors/exporter";
import { exportNext } from "@/lib/export/export-next";
import type { ExportAdvance } from "@/lib/export/claim-intent";
import type { ExportEngine } from "@/lib/export/engine";
import type { Lane } from "./lane";
import { Life, type Call, type Fate } from "./life";
import { MortalDatabase } from "./mortal-database";

/** How a worker's turn ended. */
export type Turn = ExportAdvance | { state: "dead" } | { state: "paused" };

/** A process that exports, with connections of its own and a fate. */
export class Worker {
  readonly life: Life;
  readonly engine: ExportEngine;
  private current: Promise<ExportAdvance> | null = null;

  constructor(
    private readonly lane: Lane,
    readonly name: string,
    fate: Fate | null,
  ) {
    this.life = new Life(fate);
    const connector = watchConnector(lane.connector, this.life);
    // One that lives for ever may share its connections with others that do.
    const db = fate === null ? lane.engine.db : lane.mortals.take(this.life);
    this.engine = { ...lane.engine, db, findConnector: (id) => (id === connector.manifest.id ? connector : null) };
  }

  /** Does the next thing, as far as its fate lets it. */
  async turn(): Promise<Turn> {
    this.current = exportNext(this.engine, { connectionId: this.lane.connectionId, worker: this.name });
    return this.untilItEnds(this.current);
  }

  /** One that stood still goes on and ends its turn. */
  async goOn(): Promise<Turn> {
    this.life.resume();
    if (this.current === null) return { state: "idle" };
    const end = await Promise.race([this.current, this.life.death]);
    return end === "dead" ? { state: "dead" } : end;
  }

  /** It asks nothing more. */
  leave(): void {
    if (this.engine.db instanceof MortalDatabase) this.lane.mortals.giveBack(this.engine.db);
  }

  private async untilItEnds(turn: Promise<ExportAdvance>): Promise<Turn> {
    // What a dead one still throws concerns nobody.
    turn.catch(() => undefined);
    const end = await Promise.race([turn, this.life.death, this.life.paused]);
    return end === "dead" || end === "paused" ? { state: end } : end;
  }
}

function watchConnector(connector: Connector, life: Life): Connector {
  return { ...connector, exporter: connector.exporter && watchExporter(connector.exporter, life) };
}

function watchExporter(exporter: Exporter, life: Life): Exporter {
  const contexts = new WeakMap<VendorContext, VendorContext>();
  let current: Call = "lookUp";
  const watched = (context: VendorContext): VendorContext => {
    const known = contexts.get(context) ?? {
      ...context,
      signal: AbortSignal.any([context.signal, life.signal]),
      takeBudget: async () => {
        await context.takeBudget();
        await life.noteRequest(current);
      },
    };
    contexts.set(context, known);
    return known;
  };
  const watch = async <Answer>(call: Call, context: VendorContext, ask: (context: VendorContext) => Promise<Answer>): Promise<Answer> => {
    current = call;
    life.noteCall();
    const [outcome] = await Promise.allSettled([ask(watched(context))]);
    await life.noteAnswer(call);
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  };
  const { readDetails, discard } = exporter;
  const followUps = followUpIds.flatMap((id) => {
    const followUp = exporter.followUps[id];
    return followUp ? [[id, { ...followUp, run: (given, subject) => watch(id, given, (context) => followUp.run(context, subject)) }] satisfies [FollowUpId, FollowUp]] : [];
  });
  return {
    ...exporter,
    followUps: Object.fromEntries(followUps),
    readDetails: readDetails && ((given, matched) => watch("readDetails", given, (context) => readDetails(context, matched))),
    discard: discard && ((given, documentId) => watch("discard", given, (context) => discard(context, documentId))),
    lookUp: (given, wanted) => watch("lookUp", given, (context) => exporter.lookUp(context, wanted)),
    proposeRelationNumber: (given, wanted) => watch("proposeRelationNumber", given, (context) => exporter.proposeRelationNumber(context, wanted)),
    create: (given, record, settings) => watch("create", given, (context) => exporter.create(context, record, settings)),
    find: (given, search) => watch("find", given, (context) => exporter.find(context, search)),
    send: (given, prepared) => watch("send", given, (context) => exporter.send(context, prepared)),
    check: (given, ticket) => watch("check", given, (context) => exporter.check(context, ticket)),
  };
}
