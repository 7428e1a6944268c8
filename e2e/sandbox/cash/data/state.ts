import type { SandboxClock } from "../../core/clock";
import type { Transaction } from "../import/transaction";
import { makeAdministrations, type Administration } from "./administration";
import type { RecordChange } from "./change";
import type { StateEvent } from "./event";
import type { DataOptions } from "./options";
import type { StateFile } from "../../core/state/state-file";

/** Everything that survives a restart: changed records, transactions, and the clock. Changes happen through events only. */
export class SandboxState {
  readonly administrations: readonly Administration[];
  private readonly epoch: number;
  private readonly kept = new Map<string, Transaction>();
  private readonly waiting = new Map<string, Transaction>();

  constructor(
    options: DataOptions,
    private readonly clock: SandboxClock,
    private readonly file: StateFile<StateEvent>,
  ) {
    const [first] = file.events;
    this.epoch = first?.epoch ?? clock.now();
    this.administrations = makeAdministrations(options, this.epoch);
    if (first === undefined) file.append({ epoch: this.epoch });
    for (const event of file.events) this.apply(event);
  }

  administration(code: string): Administration | undefined {
    return this.administrations.find(({ admCode }) => admCode === code);
  }

  transaction(id: string): Transaction | undefined {
    return this.kept.get(id);
  }

  /** All transactions, oldest first. */
  transactions(): readonly Transaction[] {
    return [...this.kept.values()];
  }

  /** The transactions that are pending. */
  pendingTransactions(): readonly Transaction[] {
    return [...this.waiting.values()];
  }

  /** How many transactions there have been. */
  get transactionCount(): number {
    return this.kept.size;
  }

  /** Records what happened, in the file first, and lets it take effect. */
  commit(event: StateEvent): void {
    this.file.append(event);
    this.apply(event);
  }

  /** Brings back the generated data: every change, transaction and clock setting is dropped. */
  reset(): void {
    for (const { tables } of this.administrations) for (const table of Object.values(tables)) table.clearChanges();
    this.kept.clear();
    this.waiting.clear();
    this.clock.setAhead(0);
    this.file.rewrite([{ epoch: this.epoch }]);
  }

  private apply({ administration, changes, transaction, clockAhead }: StateEvent): void {
    if (administration !== undefined) for (const change of changes ?? []) this.applyChange(administration, change);
    if (transaction !== undefined) this.applyTransaction(transaction);
    if (clockAhead !== undefined) this.clock.setAhead(clockAhead);
  }

  private applyTransaction(transaction: Transaction): void {
    this.kept.set(transaction.id, transaction);
    if (transaction.status === 1) this.waiting.set(transaction.id, transaction);
    else this.waiting.delete(transaction.id);
  }

  private applyChange(code: string, { table, key, fields, changedAt }: RecordChange): void {
    const target = this.administration(code)?.tables[table];
    if (fields === undefined) target?.remove(key);
    else target?.put({ fields, changedAt });
  }
}
