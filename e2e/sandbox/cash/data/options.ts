/** How much the generator makes, and from which seed. The same options always give the same records. */
export interface DataOptions {
  readonly seed: number;
  /** Relations in administration 01. */
  readonly relations: number;
  /** Relations in administration 02; a fifth of the first one's unless it is given. */
  readonly secondRelations?: number;
  /** Articles in administration 01; the second one has half of them. */
  readonly articles: number;
  readonly warehouses: number;
  readonly employees: number;
}

export const defaultDataOptions: DataOptions = { seed: 2026, relations: 250, articles: 120, warehouses: 8, employees: 14 };

/** The number of records of each table in one administration, and the seed they come from. */
export interface AdministrationSize {
  readonly seed: number;
  readonly relations: number;
  readonly articles: number;
  readonly warehouses: number;
  readonly employees: number;
}

export interface AdministrationIdentity {
  readonly admCode: string;
  /** The vendor's directory of the administration. */
  readonly admMap: string;
  readonly name: string;
}

/** The two companies behind the demo login. */
export const administrationIdentities = [
  { admCode: "01", admMap: "DEVRIES", name: "De Vries Installatietechniek B.V." },
  { admCode: "02", admMap: "DEVRIESSO", name: "De Vries Service & Onderhoud B.V." },
] as const satisfies readonly AdministrationIdentity[];

export type AdministrationCode = (typeof administrationIdentities)[number]["admCode"];

/** What one administration holds when the sandbox is asked for this much. */
export function sizeOfAdministration(code: AdministrationCode, options: DataOptions): AdministrationSize {
  if (code === "01") return options;
  return {
    seed: options.seed + 1,
    relations: options.secondRelations ?? Math.ceil(options.relations / 5),
    articles: Math.ceil(options.articles / 2),
    warehouses: Math.min(3, options.warehouses),
    employees: Math.ceil(options.employees / 2),
  };
}
