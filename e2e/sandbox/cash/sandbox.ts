import { SandboxClock } from "../core/clock";
import { FaultSchedule } from "../core/faults/schedule";
import { Journal } from "../core/journal";
import { RateWindow } from "../core/rate-window";
import { noStateFile, openStateFile, type StateFile } from "../core/state/state-file";
import type { CashUser } from "./credentials";
import type { DataOptions } from "./data/options";
import { SandboxState } from "./data/state";
import { stateEventSchema, type StateEvent } from "./data/event";
import type { Fault } from "./faults/schema";
import { isAimedAt, type FaultTarget } from "./faults/target";
import type { NotedRequest } from "./journal";
import { protocolSchema, type Protocol } from "./protocol";
import { CashService } from "./service/service";
import { Sessions } from "./service/sessions";
import { Transactions } from "./service/transactions";

/** Requests the journal keeps. */
const journalCapacity = 10_000;

export interface SandboxParts {
  readonly data: DataOptions;
  readonly users: readonly CashUser[];
  readonly protocol: Protocol;
  /** Where changes are kept; in memory only when it is absent. */
  readonly dataFolder: string | undefined;
}

/** The whole stand-in but its HTTP: data, users, switches and journal. */
export class Sandbox {
  readonly clock = new SandboxClock();
  readonly faults = new FaultSchedule<Fault, FaultTarget>(isAimedAt);
  readonly journal = new Journal<NotedRequest>(journalCapacity);
  readonly rateWindow = new RateWindow();
  readonly state: SandboxState;
  readonly sessions: Sessions;
  readonly service: CashService;
  readonly data: DataOptions;
  protocol: Protocol;
  private readonly startProtocol: Protocol;
  private readonly file: StateFile<StateEvent>;

  constructor({ data, users, protocol, dataFolder }: SandboxParts) {
    this.data = data;
    this.startProtocol = protocol;
    this.protocol = protocol;
    this.file = dataFolder === undefined ? noStateFile() : openStateFile(dataFolder, "cash-sandbox", stateEventSchema);
    this.state = new SandboxState(data, this.clock, this.file);
    this.sessions = new Sessions(users, this.clock);
    const readProtocol = () => this.protocol;
    const transactions = new Transactions(this.state, this.clock, readProtocol);
    this.service = new CashService({ state: this.state, clock: this.clock, sessions: this.sessions, transactions, protocol: readProtocol });
  }

  /** Changes some of the protocol's switches. */
  changeProtocol(changes: Partial<Protocol>): void {
    this.protocol = protocolSchema.parse({ ...this.protocol, ...changes });
  }

  /** Moves the clock forward, and keeps it there over a restart. */
  advanceClock(milliseconds: number): void {
    this.clock.advance(milliseconds);
    this.state.commit({ clockAhead: this.clock.ahead });
  }

  /** Switches faults off, sets the protocol back, forgets tokens, journal and the rate window; with `data`, all changes too. */
  reset(scope: "switches" | "data"): void {
    this.faults.replace([]);
    this.protocol = this.startProtocol;
    this.sessions.clear();
    this.journal.clear();
    this.rateWindow.clear();
    if (scope === "data") this.state.reset();
  }

  close(): void {
    this.file.close();
  }
}
