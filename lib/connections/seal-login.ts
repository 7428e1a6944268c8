import type { Connector, Login } from "@/lib/connectors/connector";
import type { KeyRing } from "@/lib/crypto/key-ring";
import { seal } from "@/lib/crypto/seal";
import { secretFieldNames } from "@/lib/forms/form-fields";

/** A login in the form it is stored in: what is secret encrypted, each field for its place only. */
export function sealLogin(
  { loginSchema }: Connector,
  login: Login,
  { accountId, connectionId, keyRing }: { accountId: string; connectionId: string; keyRing: KeyRing },
): { login: Record<string, string>; secrets: Record<string, string> } {
  const secretNames = new Set(secretFieldNames(loginSchema));
  const entries = Object.entries(login);
  return {
    login: Object.fromEntries(entries.filter(([field]) => !secretNames.has(field))),
    secrets: Object.fromEntries(
      entries.filter(([field]) => secretNames.has(field)).map(([field, plain]) => [field, seal(plain, { accountId, connectionId, field }, keyRing)]),
    ),
  };
}
