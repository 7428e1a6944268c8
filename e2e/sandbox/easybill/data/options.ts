/** How much the generator makes, and from which seed. The same options always give the same records. */
export interface DataOptions {
  readonly seed: number;
  /** Customers of the BUSINESS company. */
  readonly customers: number;
  /** Customers of the PLUS company; a fifth of the other one's unless it is given. */
  readonly plusCustomers?: number;
  /** Positions of the BUSINESS company. */
  readonly positions: number;
  /** Positions of the PLUS company; half of the other one's unless it is given. */
  readonly plusPositions?: number;
  readonly logins: number;
  /** False: no customer has contacts. */
  readonly contacts: boolean;
}

export const defaultDataOptions: DataOptions = { seed: 2026, customers: 250, positions: 120, logins: 6, contacts: true };

/** What one company holds. */
export interface CompanySize {
  readonly seed: number;
  readonly customers: number;
  readonly positions: number;
  readonly logins: number;
  readonly contacts: boolean;
}

export const companyIds = ["business", "plus"] as const;
export type CompanyId = (typeof companyIds)[number];

/** How much one company holds when the sandbox is asked for this much. */
export function sizeOfCompany(id: CompanyId, options: DataOptions): CompanySize {
  if (id === "business") return options;
  return {
    seed: options.seed + 1,
    customers: options.plusCustomers ?? Math.ceil(options.customers / 5),
    positions: options.plusPositions ?? Math.ceil(options.positions / 2),
    logins: Math.min(3, options.logins),
    contacts: options.contacts,
  };
}
