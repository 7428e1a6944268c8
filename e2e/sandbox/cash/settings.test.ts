import { describe, expect, it } from "vitest";
import { readSettings } from "./settings";

describe("the settings", () => {
  it("have a size for the demo when the environment says nothing", () => {
    expect(readSettings({})).toEqual({ relations: 250, articles: 120, warehouses: 8, employees: 14, seed: 2026 });
    expect(readSettings({ SANDBOX_CASH_RELATIONS: "" })).toMatchObject({ relations: 250 });
  });

  it("refuse more relations than six digits can number", () => {
    expect(() => readSettings({ SANDBOX_CASH_RELATIONS: "1000000" })).toThrow("SANDBOX_CASH_RELATIONS must be at most 900000.");
  });
});
