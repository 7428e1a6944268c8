import { checkRecord, skipRecord } from "@/lib/connectors/check-record";
import type { SourceRecord } from "@/lib/connectors/records";
import type { EasybillLogin } from "./schemas";
import { joinLines, lineOf } from "./text";

/** What a login's person is called; its email address where there is no name. */
export function personOf({ first_name, last_name, display_name, email }: EasybillLogin): string | null {
  return joinLines([first_name, last_name]) ?? lineOf(display_name) ?? lineOf(email);
}

/** Whoever has a login at EasyBill, as an employee. Logins have no number of their own: their id is the code. */
export function readEmployee(login: EasybillLogin): SourceRecord<"employees"> {
  const code = String(login.id);
  const name = personOf(login);
  if (name === null) return skipRecord({ externalId: code, label: "" }, "missingName", { name: "name", value: "" });
  return checkRecord("employees", { externalId: code, label: name }, { code, name, email: lineOf(login.email) });
}
