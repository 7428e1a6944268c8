import type { z } from "zod";
import type { Administration } from "../data/administration";
import type { RecordChange } from "../data/change";
import type { TableDefinition } from "../data/definitions";
import { normaliseKey, normaliseValue } from "../data/normalise";
import { finishFields, keyOf, type CashFields, type StoredRecord } from "../data/record";
import type { Sandbox } from "../sandbox";
import { ControlProblem } from "../../core/control/problem";
import type { dataChangeSchema } from "./schema";

type Change = z.infer<typeof dataChangeSchema>;

function normaliseFields(definition: TableDefinition, fields: CashFields, raw: boolean): CashFields {
  const entries = Object.entries(fields).map(([number, value]): [string, string] => {
    const field = definition.fields.find((candidate) => candidate.number === number);
    if (field === undefined) throw new ControlProblem(`Record ${definition.number} has no field ${number}.`);
    if (raw) return [number, value];
    const normalised = normaliseValue(field, value);
    if (!normalised.ok) throw new ControlProblem(`Ongeldige waarde ${number}=${value}`);
    return [number, normalised.value];
  });
  return Object.fromEntries(entries);
}

/** The changes that are planned but not committed are seen by those after them. */
class Plan {
  private readonly planned = new Map<string, RecordChange>();

  constructor(
    private readonly administration: Administration,
    private readonly now: number,
  ) {}

  add(change: Change): void {
    const { definition } = this.administration.tables[change.table];
    if (change.action === "put") {
      this.write(definition, normaliseFields(definition, change.fields, change.raw ?? false), change.silently);
      return;
    }
    const key = normaliseKey(definition, change.key);
    const existing = this.find(definition, key);
    if (existing === undefined) throw new ControlProblem(`There is no record ${change.table} with the key ${change.key}.`, 404);
    switch (change.action) {
      case "change":
        this.write(definition, { ...existing.fields, ...normaliseFields(definition, change.fields, change.raw ?? false) }, change.silently);
        return;
      case "remove":
        this.planned.set(`${change.table} ${key}`, { table: change.table, key, changedAt: this.now });
        return;
      case "block":
      case "unblock": {
        if (definition.blockedField === undefined) throw new ControlProblem(`Records ${change.table} cannot be blocked.`);
        this.write(definition, { ...existing.fields, [definition.blockedField]: change.action === "block" ? "J" : "" }, change.silently);
      }
    }
  }

  changes(): RecordChange[] {
    return [...this.planned.values()];
  }

  private find(definition: TableDefinition, key: string): StoredRecord | undefined {
    const planned = this.planned.get(`${definition.number} ${key}`);
    if (planned === undefined) return this.administration.tables[definition.number].find(key).at(0);
    return planned.fields === undefined ? undefined : { fields: planned.fields, changedAt: planned.changedAt };
  }

  private write(definition: TableDefinition, fields: CashFields, silently: boolean | undefined): void {
    const key = keyOf(definition, fields);
    const missing = definition.keys.find((number) => (fields[number] ?? "") === "");
    if (missing !== undefined) throw new ControlProblem(`Record ${definition.number} needs field ${missing}.`);
    const changedAt = silently === true ? (this.find(definition, key)?.changedAt ?? this.now) : this.now;
    this.planned.set(`${definition.number} ${key}`, { table: definition.number, key, fields: { ...finishFields(definition, fields, changedAt) }, changedAt });
  }
}

/**
 * Makes these changes in one administration, all or none; answers how many records were written or taken out.
 * @throws ControlProblem naming the first change that cannot be made.
 */
export function changeRecords(sandbox: Sandbox, code: string, changes: readonly Change[]): number {
  const administration = sandbox.state.administration(code);
  if (administration === undefined) throw new ControlProblem(`There is no administration ${code}.`, 404);
  const plan = new Plan(administration, sandbox.clock.now());
  for (const change of changes) plan.add(change);
  const planned = plan.changes();
  sandbox.state.commit({ administration: code, changes: planned });
  return planned.length;
}
