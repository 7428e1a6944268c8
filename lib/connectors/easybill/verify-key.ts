import type { Identity } from "@/lib/connectors/connector";
import { AppError } from "@/lib/errors";
import type { EasybillClient } from "./client";
import { easybillFailure } from "./failures";
import { readListPage } from "./read-list";
import { personOf } from "./records/employee";
import { loginSchema } from "./records/schemas";
import { lineOf } from "./records/text";

/**
 * Tries a key: who the administrator of this EasyBill is.
 * @throws AppError key_refused, and as every request
 */
export async function verifyKey(client: EasybillClient): Promise<Identity> {
  const { items } = await readLogins(client);
  const logins = items.flatMap((item) => {
    const login = loginSchema.safeParse(item);
    return login.success ? [login.data] : [];
  });
  const person = logins.find(({ login_type }) => login_type === "ADMIN") ?? logins[0];
  return { administrations: [], person: person === undefined ? null : { name: personOf(person) ?? "", email: lineOf(person.email) ?? "" } };
}

/** A key that has not worked yet has not expired. */
async function readLogins(client: EasybillClient): ReturnType<typeof readListPage> {
  try {
    return await readListPage(client, { operation: "list logins", path: "/logins" }, 1);
  } catch (error) {
    if (error instanceof AppError && error.code === "authentication_expired") throw easybillFailure("key_refused", { detail: error.detail, cause: error });
    throw error;
  }
}
