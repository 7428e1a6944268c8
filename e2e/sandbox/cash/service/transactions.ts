import type { SandboxClock } from "../../core/clock";
import type { Administration } from "../data/administration";
import type { SandboxState } from "../data/state";
import { bookMessage } from "../import/booking";
import { writeErrors } from "../import/error-xml";
import { parseImport } from "../import/message";
import type { PendingWork, Transaction } from "../import/transaction";
import type { Protocol } from "../protocol";

interface NewImport {
  readonly administration: Administration;
  readonly initiator: string;
  readonly xml: string;
  readonly refusal: PendingWork["refusal"];
}

/** How long an import waits before it is worked off: until a moment, for some polls, or for ever. */
export type Wait = Pick<PendingWork, "dueAt" | "pollsLeft">;

/** Books imports, at once or when their time comes. */
export class Transactions {
  constructor(
    private readonly state: SandboxState,
    private readonly clock: SandboxClock,
    private readonly protocol: () => Protocol,
  ) {}

  /**
   * Takes an import in. Without `wait` it is booked now; with it, it stays pending.
   * @throws Error when the XML cannot be read.
   */
  start({ administration, initiator, xml, refusal }: NewImport, wait: Wait | undefined): Transaction {
    parseImport(xml);
    const now = this.clock.now();
    const transaction: Transaction = {
      id: String(100_001 + this.state.transactionCount),
      status: 1,
      createdAt: now,
      updatedAt: now,
      admCode: administration.admCode,
      initiator,
      err: "",
      pending: { xml, ...(refusal === undefined ? {} : { refusal }), ...wait },
    };
    if (wait === undefined) return this.workOff(transaction);
    this.state.commit({ transaction });
    return transaction;
  }

  /** Looks a transaction up; each look counts as a poll of a pending one. */
  poll(id: string): Transaction | undefined {
    const transaction = this.state.transaction(id);
    const pending = transaction?.pending;
    if (transaction === undefined || pending?.pollsLeft === undefined) return transaction;
    if (pending.pollsLeft <= 0) return this.workOff(transaction);
    const polled = { ...transaction, pending: { ...pending, pollsLeft: pending.pollsLeft - 1 } };
    this.state.commit({ transaction: polled });
    return polled;
  }

  /** Books the pending imports whose moment has come. */
  settleDue(): void {
    const now = this.clock.now();
    for (const transaction of this.state.pendingTransactions()) {
      const dueAt = transaction.pending?.dueAt;
      if (dueAt !== undefined && dueAt <= now) this.workOff(transaction);
    }
  }

  private workOff(transaction: Transaction): Transaction {
    const { pending, ...rest } = transaction;
    const administration = this.state.administration(transaction.admCode);
    if (pending === undefined || administration === undefined) return transaction;
    const now = this.clock.now();
    const { changes, errors } = bookMessage(administration, parseImport(pending.xml), {
      protocol: this.protocol(),
      forcedRefusal: pending.refusal === undefined ? undefined : { table: pending.refusal.table, message: pending.refusal.message },
      now,
    });
    const done: Transaction = { ...rest, status: errors.length === 0 ? 2 : 3, updatedAt: now, err: errors.length === 0 ? "" : writeErrors(errors) };
    this.state.commit({ administration: transaction.admCode, changes: [...changes], transaction: done });
    return done;
  }
}
