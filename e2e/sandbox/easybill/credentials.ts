import type { CompanyId } from "./data/options";

export type Plan = "PLUS" | "BUSINESS";

export interface DemoCompany {
  readonly id: CompanyId;
  readonly name: string;
  readonly plan: Plan;
  /** The key at the start; it can be revoked, and another one made. */
  readonly apiKey: string;
}

/** The keys to try things with. */
export const demoKeys = { business: "demo-business-4f1c2a", plus: "demo-plus-9d07be" } as const satisfies Record<CompanyId, string>;

export const demoCompanies: readonly DemoCompany[] = [
  { id: "business", name: "Brückner Haustechnik GmbH", plan: "BUSINESS", apiKey: demoKeys.business },
  { id: "plus", name: "Kälte Krüger e. K.", plan: "PLUS", apiKey: demoKeys.plus },
];
