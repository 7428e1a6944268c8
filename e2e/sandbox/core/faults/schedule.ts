/** What the faults of every vendor have in common. */
export interface AnyFault {
  readonly kind: string;
  /** Lets this many matching ones pass first. */
  readonly skip?: number | undefined;
  /** Hits this many, then does nothing. */
  readonly times?: number | undefined;
}

export interface ScheduledFault<Fault> {
  readonly fault: Fault;
  /** Matching ones seen so far. */
  readonly matched: number;
  /** Those it was applied to. */
  readonly applied: number;
}

/** The faults a request meets, at most one of each kind. */
export class MetFaults<Fault extends AnyFault> {
  constructor(readonly all: readonly Fault[]) {}

  get<Kind extends Fault["kind"]>(kind: Kind): Extract<Fault, { kind: Kind }> | undefined {
    return this.all.find((fault): fault is Extract<Fault, { kind: Kind }> => fault.kind === kind);
  }

  has(kind: Fault["kind"]): boolean {
    return this.get(kind) !== undefined;
  }
}

/** What a request meets before anybody knows what it is about. */
export const noFaults = new MetFaults<never>([]);

/** The faults that are switched on, with the count of what they have hit. */
export class FaultSchedule<Fault extends AnyFault, Target> {
  private scheduled: ScheduledFault<Fault>[] = [];

  constructor(private readonly isAimedAt: (fault: Fault, target: Target) => boolean) {}

  list(): readonly ScheduledFault<Fault>[] {
    return this.scheduled;
  }

  replace(faults: readonly Fault[]): void {
    this.scheduled = [];
    this.add(faults);
  }

  add(faults: readonly Fault[]): void {
    this.scheduled = [...this.scheduled, ...faults.map((fault) => ({ fault, matched: 0, applied: 0 }))];
  }

  /** The faults that hit this target; counts it. Of two of one kind the earlier one that is not used up goes first. */
  meet(target: Target): MetFaults<Fault> {
    const met: Fault[] = [];
    this.scheduled = this.scheduled.map((entry) => {
      const { fault, matched, applied } = entry;
      const isUsedUp = fault.times !== undefined && applied >= fault.times;
      if (isUsedUp || !this.isAimedAt(fault, target) || met.some(({ kind }) => kind === fault.kind)) return entry;
      if (matched < (fault.skip ?? 0)) return { fault, matched: matched + 1, applied };
      met.push(fault);
      return { fault, matched: matched + 1, applied: applied + 1 };
    });
    return new MetFaults(met);
  }
}
