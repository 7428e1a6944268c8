import type { ApiAnswer, ApiCall, Operation } from "./api/call";
import { SandboxClock } from "../core/clock";
import { FaultSchedule } from "../core/faults/schedule";
import { Journal } from "../core/journal";
import { RateWindow } from "../core/rate-window";
import { noStateFile, openStateFile, type StateFile } from "../core/state/state-file";
import type { DemoCompany } from "./credentials";
import type { DataOptions } from "./data/options";
import { SandboxState } from "./data/state";
import { stateEventSchema, type StateEvent } from "./data/event";
import type { Fault } from "./faults/schema";
import { isAimedAt, type FaultTarget } from "./faults/target";
import type { NotedRequest } from "./journal";
import { protocolSchema, type Protocol } from "./protocol";
import { Locks } from "./service/locks";
import { Courier } from "./webhooks/courier";

/** Requests the journal keeps. */
const journalCapacity = 20_000;

export interface SandboxParts {
  readonly data: DataOptions;
  readonly companies: readonly DemoCompany[];
  readonly protocol: Protocol;
  /** How many times faster than real time the clock runs. */
  readonly clockSpeed: number;
  /** Where changes are kept; in memory only when it is absent. */
  readonly dataFolder: string | undefined;
}

/** The whole stand-in but its HTTP: companies, switches, webhooks and journal. */
export class Sandbox {
  readonly clock = new SandboxClock();
  readonly faults = new FaultSchedule<Fault, FaultTarget>(isAimedAt);
  readonly journal = new Journal<NotedRequest>(journalCapacity);
  readonly rateWindow = new RateWindow();
  readonly locks = new Locks();
  readonly state: SandboxState;
  readonly courier: Courier;
  readonly data: DataOptions;
  protocol: Protocol;
  private readonly startProtocol: Protocol;
  private readonly startSpeed: number;
  private readonly file: StateFile<StateEvent>;

  constructor({ data, companies, protocol, clockSpeed, dataFolder }: SandboxParts) {
    this.data = data;
    this.startProtocol = protocol;
    this.protocol = protocol;
    this.startSpeed = clockSpeed;
    this.clock.setSpeed(clockSpeed);
    this.file = dataFolder === undefined ? noStateFile() : openStateFile(dataFolder, "easybill-sandbox", stateEventSchema);
    this.state = new SandboxState(companies, data, this.clock, this.file);
    this.courier = new Courier({ state: this.state, clock: this.clock, faults: this.faults, protocol: () => this.protocol });
  }

  /**
   * Lets an operation happen: what it changes is committed, and told to webhooks unless it is done silently.
   * @throws ApiProblem when the operation refuses; then nothing has happened.
   */
  perform(operation: Operation, call: ApiCall, silently = false): ApiAnswer {
    const answer = operation(call);
    const { changes = [], events = [] } = answer;
    if (changes.length > 0) this.state.commit({ company: call.company.id, changes: [...changes] });
    if (!silently) this.courier.notify(call.company, events);
    return answer;
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

  /** Switches faults off, sets protocol and clock speed back, forgets journal, deliveries, locks and the rate window; with `data`, all changes too. */
  reset(scope: "switches" | "data"): void {
    this.faults.replace([]);
    this.protocol = this.startProtocol;
    this.clock.clear();
    this.clock.setSpeed(this.startSpeed);
    this.journal.clear();
    this.courier.clear();
    this.rateWindow.clear();
    this.locks.clear();
    if (scope === "data") this.state.reset();
  }

  close(): void {
    this.clock.clear();
    this.courier.stop();
    this.file.close();
  }
}
