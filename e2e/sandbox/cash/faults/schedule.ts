import type { TableNumber } from "../data/definitions";
import type { OperationName } from "../soap/signatures";
import type { Fault, FaultKind } from "./schema";

/** What a request is about, as far as faults are aimed at it. */
export interface FaultTarget {
  readonly operation: OperationName | "wsdl";
  /** The tables an export reads or an import writes. */
  readonly tables: readonly TableNumber[];
  readonly command: string | undefined;
  readonly administration: string | undefined;
  /** What the call says. */
  readonly content: string;
}

export interface ScheduledFault {
  readonly fault: Fault;
  /** Matching requests seen so far. */
  readonly matched: number;
  /** Requests it was applied to. */
  readonly applied: number;
}

function isAimedAt({ only }: Fault, target: FaultTarget): boolean {
  if (only === undefined) return true;
  if (only.operation !== undefined && only.operation !== target.operation) return false;
  if (only.table !== undefined && !target.tables.includes(only.table)) return false;
  if (only.command !== undefined && target.command?.startsWith(only.command) !== true) return false;
  if (only.contains !== undefined && !target.content.includes(only.contains)) return false;
  return only.administration === undefined || only.administration === target.administration;
}

/** The faults a request meets, at most one of each kind. */
export class MetFaults {
  constructor(readonly all: readonly Fault[]) {}

  get<Kind extends FaultKind>(kind: Kind): Extract<Fault, { kind: Kind }> | undefined {
    return this.all.find((fault): fault is Extract<Fault, { kind: Kind }> => fault.kind === kind);
  }

  has(kind: FaultKind): boolean {
    return this.get(kind) !== undefined;
  }
}

export const noFaults = new MetFaults([]);

/** The faults that are switched on, with the count of what they have hit. */
export class FaultSchedule {
  private scheduled: ScheduledFault[] = [];

  list(): readonly ScheduledFault[] {
    return this.scheduled;
  }

  replace(faults: readonly Fault[]): void {
    this.scheduled = faults.map((fault) => ({ fault, matched: 0, applied: 0 }));
  }

  add(faults: readonly Fault[]): void {
    this.scheduled = [...this.scheduled, ...faults.map((fault) => ({ fault, matched: 0, applied: 0 }))];
  }

  /** The faults that hit this request; counts it. Of two of one kind the earlier one that is not used up goes first. */
  meet(target: FaultTarget): MetFaults {
    const met: Fault[] = [];
    this.scheduled = this.scheduled.map((entry) => {
      const { fault, matched, applied } = entry;
      const isUsedUp = fault.times !== undefined && applied >= fault.times;
      if (isUsedUp || !isAimedAt(fault, target) || met.some(({ kind }) => kind === fault.kind)) return entry;
      if (matched < (fault.skip ?? 0)) return { fault, matched: matched + 1, applied };
      met.push(fault);
      return { fault, matched: matched + 1, applied: applied + 1 };
    });
    return new MetFaults(met);
  }
}
