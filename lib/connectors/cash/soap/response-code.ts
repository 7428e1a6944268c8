import { CashRefusal, type CashFailureCode } from "../failures";
import type { FieldMap } from "../field-map";

const success = 1;

/** What the codes of Cash's `response` mean here; every other one is a fault of Cash's own. */
const meanings: ReadonlyMap<number, CashFailureCode> = new Map([
  [2, "credentials_refused"],
  [903, "administration_missing"],
  [1002, "no_administration"],
]);

/**
 * Checks the `response` part of an answer.
 * @throws CashRefusal for every code but 1
 */
export function requireSuccess(code: number, message: string, fieldMap: FieldMap): void {
  if (code === success) return;
  const lacksRights = code === 800 && new RegExp(fieldMap.missingRights, "i").test(message);
  throw new CashRefusal(code, message, lacksRights ? "missing_rights" : (meanings.get(code) ?? "vendor_error"));
}
