import { expect, test } from "vitest";
import { isContentField } from "@/lib/catalogue/record-fields";
import { recordContents } from "@/lib/connectors/records";

test("every field of the contract is known by its name, and nothing else is", () => {
  const fields = Object.values(recordContents).flatMap(({ shape }) => Object.keys(shape));
  expect(fields.length).toBeGreaterThan(40);
  expect(fields.filter((field) => !isContentField(field))).toEqual([]);
  expect(["billable", "toString", ""].some(isContentField)).toBe(false);
});
