import type { TicketState } from "@/lib/connectors/exporter";
import { CashRefusal, cashFailure } from "../failures";
import type { CashSession } from "../session";
import { readRefusal } from "./read-refusal";

/** "Transaction does not exist." */
const unknownTransaction = 902;

/**
 * What became of an import.
 * @throws AppError as every call; vendor_nonsense when Cash speaks of another transaction
 */
export async function checkTransaction(session: CashSession, ticket: string): Promise<TicketState> {
  try {
    const { id, status, err } = await session.getTransaction(ticket);
    if (id !== ticket) throw cashFailure("vendor_nonsense", { detail: { asked: ticket, answered: id } });
    if (status === 3) return { state: "refused", ...readRefusal(err, session.fieldMap) };
    return { state: status === 2 ? "done" : "pending" };
  } catch (error) {
    if (error instanceof CashRefusal && error.cashCode === unknownTransaction) return { state: "unknown" };
    throw error;
  }
}
