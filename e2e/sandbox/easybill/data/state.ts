import type { z } from "zod";
import type { SandboxClock } from "../../core/clock";
import type { DemoCompany } from "../credentials";
import { makeCompany, type Company } from "./company";
import type { StateEvent } from "./event";
import type { CompanyId, DataOptions } from "./options";
import type { StateFile } from "../../core/state/state-file";
import { recordSchemas, type Change, type RecordOf, type TableName } from "./tables";

/** Everything that survives a restart: changed records, keys and the clock. Changes happen through events only. */
export class SandboxState {
  readonly companies: readonly Company[];
  private readonly epoch: number;

  constructor(
    private readonly demoCompanies: readonly DemoCompany[],
    options: DataOptions,
    private readonly clock: SandboxClock,
    private readonly file: StateFile<StateEvent>,
  ) {
    const [first] = file.events;
    this.epoch = first?.epoch ?? clock.now();
    this.companies = demoCompanies.map((company) => makeCompany(company, options, this.epoch));
    if (first === undefined) file.append({ epoch: this.epoch });
    for (const event of file.events) this.apply(event);
  }

  company(id: CompanyId): Company | undefined {
    return this.companies.find((company) => company.id === id);
  }

  /** The company with this key, revoked or not. */
  companyOfKey(apiKey: string): Company | undefined {
    return this.companies.find(({ key }) => key.apiKey === apiKey);
  }

  /** Records what happened, in the file first, and lets it take effect. */
  commit(event: StateEvent): void {
    this.file.append(event);
    this.apply(event);
  }

  /** Brings back the generated data and the keys of the start. */
  reset(): void {
    for (const company of this.companies) {
      for (const table of Object.values(company.tables)) table.clearChanges();
      const { apiKey } = this.demoCompanies.find(({ id }) => id === company.id) ?? company.key;
      company.key = { apiKey, isRevoked: false };
    }
    this.clock.setAhead(0);
    this.file.rewrite([{ epoch: this.epoch }]);
  }

  private apply({ company: id, changes = [], key, clockAhead }: StateEvent): void {
    const company = id === undefined ? undefined : this.company(id);
    if (company !== undefined) {
      for (const change of changes) applyChange(company, change.table, change);
      if (key !== undefined) company.key = key;
    }
    if (clockAhead !== undefined) this.clock.setAhead(clockAhead);
  }
}

const schemasByName: { readonly [Name in TableName]: z.ZodType<RecordOf<Name>> } = recordSchemas;

function applyChange<Name extends TableName>({ tables }: Company, name: Name, { id, record }: Omit<Change, "table">): void {
  if (record === null || record === undefined) tables[name].remove(id);
  // Checked: what was written by an earlier run may be of an older shape.
  else tables[name].put(schemasByName[name].parse(record));
}
