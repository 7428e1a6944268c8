import type { AdministrationCode } from "./data/options";

export interface CashUser {
  /** The relation code: the company's account number at Cash. */
  readonly relation: string;
  readonly email: string;
  readonly password: string;
  /** Administrations linked to this API user; with none every call is answered with 1002. */
  readonly administrations: readonly AdministrationCode[];
  /** Administrations in which the rights are too few: reading is refused, and an import stays pending for ever. */
  readonly withoutRights: readonly AdministrationCode[];
}

/** The login to try things with. */
export const demoCredentials = {
  relation: "240817",
  email: "api@devries-installatie.example",
  password: "demo-password",
} as const;

/** An API user that exists but has no administration linked yet. */
export const unlinkedCredentials = { ...demoCredentials, email: "unlinked@devries-installatie.example" } as const;

/** An API user that sees both administrations and may use only the first. */
export const limitedCredentials = { ...demoCredentials, email: "limited@devries-installatie.example" } as const;

export const demoUsers: readonly CashUser[] = [
  { ...demoCredentials, administrations: ["01", "02"], withoutRights: [] },
  { ...unlinkedCredentials, administrations: [], withoutRights: [] },
  { ...limitedCredentials, administrations: ["01", "02"], withoutRights: ["02"] },
];
