import type { DemoCompany, Plan } from "../credentials";
import { contactsOf } from "../generator/contacts";
import { customersOf } from "../generator/customers";
import { customerGroupsOf, positionGroupsOf } from "../generator/groups";
import { loginsOf } from "../generator/logins";
import { positionsOf } from "../generator/positions";
import { companyIds, sizeOfCompany, type CompanyId, type DataOptions } from "./options";
import { noRecords, Table } from "./table";
import { tableNames, type RecordOf, type TableName } from "./tables";

export type Tables = { readonly [Name in TableName]: Table<RecordOf<Name>> };

/** The key of a company as it is now. */
interface ApiKey {
  readonly apiKey: string;
  readonly isRevoked: boolean;
}

/** One customer of the vendor with all its data. */
export interface Company {
  readonly id: CompanyId;
  readonly name: string;
  readonly plan: Plan;
  key: ApiKey;
  readonly tables: Tables;
}

/** Ids of different tables and companies never meet, so a mix-up is found. */
function firstIdOf(company: CompanyId, table: TableName): number {
  return (companyIds.indexOf(company) * tableNames.length + tableNames.indexOf(table) + 1) * 10_000_000 + 1;
}

function idsOf(table: Table<{ readonly id: number }>): readonly number[] {
  return [...table.ids()];
}

/**
 * Makes one company's data.
 * @param epoch the moment (milliseconds) from which the age of generated records counts back.
 */
export function makeCompany({ id, name, plan, apiKey }: DemoCompany, options: DataOptions, epoch: number): Company {
  const { seed, customers, positions, logins, contacts } = sizeOfCompany(id, options);
  const first = (table: TableName) => firstIdOf(id, table);
  const positionGroups = new Table(first("positionGroups"), positionGroupsOf(first("positionGroups")));
  const customerGroups = new Table(first("customerGroups"), customerGroupsOf(first("customerGroups")));
  const origin = (table: TableName, groupIds: readonly number[] = []) => ({ seed, firstId: first(table), epoch, loginId: first("logins"), groupIds });
  return {
    id,
    name,
    plan,
    key: { apiKey, isRevoked: false },
    tables: {
      customers: new Table(first("customers"), customersOf(origin("customers", idsOf(customerGroups)), customers)),
      contacts: new Table(first("contacts"), contacts ? contactsOf(origin("contacts"), customers, first("customers")) : noRecords),
      positions: new Table(first("positions"), positionsOf(origin("positions", idsOf(positionGroups)), positions)),
      positionGroups,
      customerGroups,
      logins: new Table(first("logins"), loginsOf(seed, first("logins"), logins)),
      documents: new Table(first("documents"), noRecords),
      payments: new Table(first("payments"), noRecords),
      attachments: new Table(first("attachments"), noRecords),
      postBoxes: new Table(first("postBoxes"), noRecords),
      webhooks: new Table(first("webhooks"), noRecords),
    },
  };
}
