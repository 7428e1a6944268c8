import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldMapSchema, readFieldMap } from "./field-map";

describe("the field map", () => {
  it("says of every entry how sure it is", () => {
    const certainty = z.enum(["C", "I", "U"]);
    for (const [name, schema] of Object.entries(fieldMapSchema.shape)) {
      expect(certainty.safeParse(schema.meta()?.["certainty"]).success, name).toBe(true);
    }
  });

  it("marks what nobody has proved: the article's type, VAT code, unit and blocked", () => {
    const { articleType, articleVatCode, articleUnit, articleBlocked, plainAmounts } = fieldMapSchema.shape;
    for (const schema of [articleType, articleVatCode, articleUnit, articleBlocked, plainAmounts]) expect(schema.meta()).toEqual({ certainty: "U" });
  });

  it("takes an override and leaves everything else as it was", () => {
    expect(readFieldMap({ articleType: "F9999", materialTypes: ["A"] })).toEqual({ ...readFieldMap({}), articleType: "F9999", materialTypes: ["A"] });
  });

  it.each([
    [{ articleTyp: "F2262" }, "articleTyp"],
    [{ articleType: "2262" }, "articleType"],
    [{ allRelations: "0101|1" }, "allRelations"],
    [{ missingRights: "(" }, "missingRights"],
    ["F2262", "The value"],
  ])("refuses %j and names what is wrong", (overrides, named) => {
    expect(() => readFieldMap(overrides)).toThrow(named);
  });
});
