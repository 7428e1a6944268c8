import { describe, expect, it } from "vitest";
import { cashExportsSchema, cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { describeFields } from "@/lib/forms/form-fields";

describe("the settings of Cash", () => {
  it("of a new connection read everything but employees, and send nothing", () => {
    const { imports, exports } = cashSettingsSchema.parse({});
    expect(imports).toEqual({ relations: true, materials: true, hourTypes: true, warehouses: true, employees: false });
    expect(exports).toMatchObject({ isOn: false, trigger: null, startDate: null, newRelation: true, newMaterial: true });
  });

  it("stored before there were exports keep their switches and send nothing", () => {
    const { imports, exports } = cashSettingsSchema.parse({ imports: { relations: false, materials: true, hourTypes: true, warehouses: false, employees: true } });
    expect(imports).toMatchObject({ relations: false, employees: true });
    expect(exports).toEqual(cashExportsSchema.parse({}));
  });

  it("refuse a rounding, a day or a work status that cannot be", () => {
    for (const wrong of [{ hourRounding: "7" }, { startDate: "2026-02-30" }, { trigger: "1" }, { isOn: "perhaps" }, { defaultWarehouse: "" }]) {
      expect(cashExportsSchema.safeParse(wrong).success).toBe(false);
    }
  });

  it("show every option, in the order of the page", () => {
    expect(describeFields(cashExportsSchema).map(({ name, control }) => `${name}: ${control}`)).toEqual([
      "isOn: switch",
      "trigger: choice",
      "statusAfter: choice",
      "startDate: date",
      "defaultWarehouse: choice",
      "hourRounding: segmented",
      "workDescription: switch",
      "lineSequence: choice",
      "referenceFormat: choice",
      "newRelation: switch",
      "newMaterial: switch",
    ]);
  });
});
