import { describe, expect, it } from "vitest";
import { recordKinds } from "@/lib/connectors/record-kinds";
import { recordContents } from "@/lib/connectors/records";
import { RecordKind } from "@/lib/generated/prisma/enums";

describe("the kinds of records", () => {
  it("are the same in the contract and in the database", () => {
    expect([...recordKinds].sort()).toEqual(Object.values(RecordKind).sort());
  });

  it("take prices as exact decimal text and refuse what a float would make of them", () => {
    const material = { code: "4711", name: "Ball valve", searchName: null, group: null, unit: null, vatCode: null, vatRate: null, type: "A", stock: null };
    expect(recordContents.materials.safeParse({ ...material, price: "17.9512" }).success).toBe(true);
    for (const price of ["17,95", "1e3", "NaN", "17.95123", 17.95]) {
      expect(recordContents.materials.safeParse({ ...material, price }).success, String(price)).toBe(false);
    }
  });
});
