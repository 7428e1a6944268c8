import type { SendOutcome } from "@/lib/connectors/exporter";
import { AppError, toAppError } from "@/lib/errors";
import { CashRefusal, cashFailure } from "../failures";
import type { FieldMap } from "../field-map";
import type { CashSession } from "../session";
import { ImportProgress, type CashTransaction } from "../soap/transaction";
import { writeImport, type OutgoingRecord } from "./import-xml";
import { readRefusal } from "./read-refusal";

/**
 * Answers to an import after which certainly nothing was booked: the login (2), the token (4, 5, 6), the administration (903) or the
 * link to one (1002) was turned away. Not 900 and 901: both speak of the import itself, and nothing proves that they come before
 * any record was written; the look-up by the reference decides.
 */
const codesBeforeBooking: readonly number[] = [2, 4, 5, 6, 903, 1002];

/** Sends records to be booked, and says what is known afterwards. Never throws for what Cash answers. */
export async function sendImport(session: CashSession, records: readonly OutgoingRecord[]): Promise<SendOutcome> {
  const progress = new ImportProgress();
  try {
    return toOutcome(await session.import(writeImport(records), progress), session.fieldMap, records);
  } catch (thrown) {
    const error = explain(thrown, session, progress);
    if (!progress.hasLeft || provesNothingBooked(error)) return { outcome: "notSent", error };
    return { outcome: "uncertain", error: asUncertain(error), ticket: progress.ticket };
  }
}

function toOutcome({ id, status, err }: CashTransaction, fieldMap: FieldMap, records: readonly OutgoingRecord[]): SendOutcome {
  const ticket = id || null;
  switch (status) {
    case 2:
      return { outcome: "booked", documentId: null, ticket };
    case 3:
      return { outcome: "refused", ticket, ...readRefusal(err, fieldMap, records) };
    case 1: {
      const error = asUncertain(cashFailure("vendor_nonsense", { detail: "a pending transaction without an id" }));
      return ticket === null ? { outcome: "uncertain", error, ticket } : { outcome: "pending", ticket };
    }
  }
}

/** A call that was broken off from this side ends with whatever the signal says; to a person it is Cash that did not answer. */
function explain(thrown: unknown, { context }: CashSession, { hasLeft }: ImportProgress): AppError {
  if (thrown instanceof AppError || !context.signal.aborted) return toAppError(thrown);
  return cashFailure(hasLeft ? "vendor_slow" : "vendor_unreachable", { cause: thrown, detail: "broken off from this side" });
}

function provesNothingBooked(error: AppError): boolean {
  return error.code === "vendor_rate_limited" || (error instanceof CashRefusal && codesBeforeBooking.includes(error.cashCode));
}

function asUncertain(error: AppError): AppError {
  const { code, params, detail, retryAfterMs } = error;
  return new AppError(code, { kind: "uncertain", params, detail, retryAfterMs, cause: error });
}
