import { describe, expect, it } from "vitest";
import { checkField } from "@/lib/catalogue/check-field";
import { editableFields, typedValue } from "@/lib/catalogue/editable-fields";
import { importKinds, type ImportKind } from "@/lib/connectors/record-kinds";
import { recordContents } from "@/lib/connectors/records";

function check(kind: ImportKind, name: string, typed: string) {
  const field = editableFields[kind].find((one) => one.name === name);
  return field ? checkField(kind, field, typed) : undefined;
}

describe("a field of the form", () => {
  it.each(importKinds)("of %s is one that the contract knows, and never the number", (kind) => {
    const known = Object.keys(recordContents[kind].shape);
    for (const { name } of editableFields[kind]) expect(known).toContain(name);
    expect(editableFields[kind].map(({ name }) => name)).not.toEqual(expect.arrayContaining([kind === "relations" ? "debtorNumber" : "code"]));
  });

  it("takes what people type in their language", () => {
    expect(check("materials", "price", " 17,95 ")).toEqual({ ok: true, value: "17.95" });
    expect(check("relations", "paymentTerm", "30")).toEqual({ ok: true, value: 30 });
    expect(check("relations", "countryCode", "nl")).toEqual({ ok: true, value: "NL" });
    expect(check("relations", "phone", "")).toEqual({ ok: true, value: null });
  });

  it.each([
    ["materials", "price", "1.234,50", "decimal"],
    ["materials", "price", "free", "decimal"],
    ["materials", "name", " ", "required"],
    ["relations", "paymentTerm", "30 days", "integer"],
    ["relations", "paymentTerm", "-1", "integer"],
    ["relations", "email", "nobody", "email"],
    ["relations", "countryCode", "NLD", "countryCode"],
    ["relations", "city", "x".repeat(501), "tooLong"],
  ] as const)("%s.%s does not take %j: %s", (kind, name, typed, problem) => {
    expect(check(kind, name, typed)).toEqual({ ok: false, problem });
  });

  it("shows a stored price as it would be typed", () => {
    expect(typedValue("17.9500", "decimal", ",")).toBe("17,95");
    expect(typedValue("3.0000", "decimal", ".")).toBe("3.00");
    expect(typedValue("0.1234", "decimal", ".")).toBe("0.1234");
    expect(typedValue(null, "decimal", ",")).toBe("");
  });
});
