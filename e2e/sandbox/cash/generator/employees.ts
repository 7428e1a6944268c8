import type { CashFields } from "../data/record";
import type { GeneratedTable } from "../data/table";
import { firstNames, surnames } from "./dutch-names";
import { mixSeed, Random } from "../../core/generator/random";
import { toMailName } from "./relation-identity";

/** One employee in seven has left and is blocked. */
export function isEmployeeBlocked(index: number): boolean {
  return index % 7 === 6;
}

/** One employee in nine has no e-mail address. */
export function isEmployeeWithoutEmail(index: number): boolean {
  return index % 9 === 4;
}

function makeEmployee(seed: number, index: number): CashFields {
  const random = new Random(mixSeed(seed, index, 2205));
  const name = `${random.pick(firstNames)} ${random.pick(surnames)}`;
  return {
    "2205": `M${String(index + 1).padStart(3, "0")}`,
    "2001": name,
    ...(isEmployeeWithoutEmail(index) ? {} : { "0120": `${toMailName(name)}@devries-installatie.example` }),
    ...(isEmployeeBlocked(index) ? { "2280": "J" } : {}),
  };
}

/** R2205: the people who do the work. */
export function employeesTable(seed: number, count: number, changedAt: (slot: number) => number): GeneratedTable {
  return {
    slots: count,
    recordsAt: (slot) => [makeEmployee(seed, slot)],
    slotsOf: (code) => {
      const index = /^M\d{3,}$/.test(code) ? Number(code.slice(1)) - 1 : -1;
      return index >= 0 && index < count ? [index] : [];
    },
    changedAt,
  };
}
