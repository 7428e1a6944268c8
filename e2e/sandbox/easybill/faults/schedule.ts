import type { OperationName } from "../api/operation-names";
import type { CompanyId } from "../data/options";
import type { WebhookEventName } from "../data/records/webhook";
import { deliveryFaultSchema, type Fault, type FaultKind } from "./schema";

/** What a request or a delivery is about, as far as faults are aimed at it. */
export type FaultTarget = { readonly company: CompanyId | undefined; readonly content: string } & (
  | { readonly of: "request"; readonly operation: OperationName }
  | { readonly of: "delivery"; readonly event: WebhookEventName }
);

export interface ScheduledFault {
  readonly fault: Fault;
  /** Matching ones seen so far. */
  readonly matched: number;
  /** Those it was applied to. */
  readonly applied: number;
}

const deliveryKinds: ReadonlySet<string> = new Set(deliveryFaultSchema.options.map(({ shape }) => shape.kind.value));

function isAimedAt({ kind, only }: Fault, target: FaultTarget): boolean {
  if (deliveryKinds.has(kind) !== (target.of === "delivery")) return false;
  if (only === undefined) return true;
  if (only.company !== undefined && only.company !== target.company) return false;
  if (only.contains !== undefined && !target.content.includes(only.contains)) return false;
  if (target.of === "delivery") return only.event === undefined || only.event === target.event;
  return only.operation === undefined || [only.operation].flat().includes(target.operation);
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

  /** The faults that hit this one; counts it. Of two of one kind the earlier one that is not used up goes first. */
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
