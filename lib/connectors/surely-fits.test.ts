import { describe, expect, it } from "vitest";
import { recordKinds } from "@/lib/connectors/record-kinds";
import { recordContents } from "@/lib/connectors/records";
import { surelyFits } from "@/lib/connectors/surely-fits";

/** Values at and beyond the bounds of every rule there is. */
const values: unknown[] = [null, undefined, "", " ", "a", "é", "x".repeat(500), "x".repeat(501), "12.5", "-0.0001", "1.23456", "12345678901", 0, -1, 9999, 10_000, 1.5, Number.NaN, Infinity, 2 ** 53, true, {}, []];

describe.each(recordKinds)("the quick check of %s", (kind) => {
  const schema = recordContents[kind];
  const usual = Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, ["Jansen", "12.50", 14, false].find((value) => field.safeParse(value).success)]));

  it("says of every value in every field what the schema says", () => {
    expect(schema.safeParse(usual).success).toBe(true);
    for (const name of ["none", ...Object.keys(schema.shape)]) {
      for (const value of values) {
        const content = { ...usual, [name]: value };
        expect(surelyFits(kind, content), `${name}: ${String(value)}`).toBe(schema.safeParse(content).success);
      }
    }
  });
});
