import type { FollowUpId } from "@/lib/connectors/exporter";

/** What a worker asks of the vendor. */
export type Call = "lookUp" | "readDetails" | "proposeRelationNumber" | "create" | "find" | "send" | "check" | "discard" | FollowUpId;

/**
 * What becomes of a worker:
 * - `diesAtQuery`: its n-th question to the database is never asked, or never answered
 * - `diesInCall`: it dies with the n-th request of such a call under way, so many turns of the event loop after it left
 * - `diesAfterCall`: it dies with the vendor's answer in its hands
 * - `pauses`: it stands still, as a process does whose machine was suspended: with the n-th request of such a call about to leave or,
 *   where `request` is null, with its answer just come
 */
export type Fate =
  | { readonly kind: "diesAtQuery"; readonly query: number; readonly isAfter: boolean }
  | { readonly kind: "diesInCall"; readonly call: Call; readonly request: number; readonly turns: number }
  | { readonly kind: "diesAfterCall"; readonly call: Call }
  | { readonly kind: "pauses"; readonly call: Call; readonly request: number | null; readonly milliseconds: number };

const never = () => new Promise<never>(() => undefined);

/** The life of one worker: counts what it does, and ends or pauses it where its fate says. After its end nothing reaches it any more. */
export class Life {
  /** Resolves when it has died. */
  readonly death: Promise<"dead">;
  private readonly stop = new AbortController();
  private announceDeath: (end: "dead") => void = () => undefined;
  private readonly endings: (() => void)[] = [];
  private queries = 0;
  private requests = 0;
  private pausing: { readonly begun: Promise<"paused">; announce(end: "paused"): void; readonly over: Promise<void>; end(): void };

  constructor(private readonly fate: Fate | null) {
    this.death = new Promise((resolve) => (this.announceDeath = resolve));
    this.pausing = makePause();
  }

  /** Aborted with its end: its connections to the vendor break off. */
  get signal(): AbortSignal {
    return this.stop.signal;
  }

  get isOver(): boolean {
    return this.stop.signal.aborted;
  }

  /** Resolves when it stands still. */
  get paused(): Promise<"paused"> {
    return this.pausing.begun;
  }

  /** How long it stands still (milliseconds). */
  get pauseLength(): number {
    return this.fate?.kind === "pauses" ? this.fate.milliseconds : 0;
  }

  /** Lets it go on. */
  resume(): void {
    this.pausing.end();
  }

  /** Called with its end. */
  onEnd(end: () => void): void {
    this.endings.push(end);
  }

  die(): void {
    if (this.isOver) return;
    this.stop.abort(new Error("The worker is dead"));
    for (const end of this.endings) end();
    this.announceDeath("dead");
  }

  /** Before a question to the database: how it is dealt with. */
  noteQuery(): "ask" | "ignore" | "askWithoutAnswer" {
    if (this.isOver) return "ignore";
    this.queries += 1;
    if (this.fate?.kind !== "diesAtQuery" || this.fate.query !== this.queries) return "ask";
    if (this.fate.isAfter) return "askWithoutAnswer";
    this.die();
    return "ignore";
  }

  /** Before a call; its requests are counted from here. */
  noteCall(): void {
    this.requests = 0;
  }

  /** With a request of a call about to leave. */
  async noteRequest(call: Call): Promise<void> {
    if (this.isOver) return never();
    this.requests += 1;
    const { fate } = this;
    if (fate === null || fate.kind === "diesAtQuery" || fate.kind === "diesAfterCall" || fate.call !== call || fate.request !== this.requests) return;
    if (fate.kind === "diesInCall") this.dieIn(fate.turns);
    else await this.pause();
  }

  /** With the vendor's answer to a call, whatever it says. */
  async noteAnswer(call: Call): Promise<void> {
    const { fate } = this;
    if (fate?.kind === "diesAfterCall" && fate.call === call) this.die();
    if (this.isOver) return never();
    if (fate?.kind === "pauses" && fate.request === null && fate.call === call) await this.pause();
  }

  private dieIn(turns: number): void {
    if (turns <= 0) this.die();
    else setImmediate(() => this.dieIn(turns - 1));
  }

  /** Once. */
  private pause(): Promise<void> {
    this.pausing.announce("paused");
    return this.pausing.over;
  }
}

function makePause() {
  let announce: (end: "paused") => void = () => undefined;
  let end: () => void = () => undefined;
  const begun = new Promise<"paused">((resolve) => (announce = resolve));
  const over = new Promise<void>((resolve) => (end = resolve));
  return { begun, over, announce: (word: "paused") => announce(word), end: () => end() };
}
