import { describe, expect, it } from "vitest";
import { readSettings } from "./settings";

describe("the settings", () => {
  it("have a size for the demo when the environment says nothing", () => {
    expect(readSettings({ SANDBOX_EASYBILL_CUSTOMERS: "" })).toEqual({ customers: 250, positions: 120, logins: 6, seed: 2026 });
  });

  it("are refused in a sentence each", () => {
    expect(() => readSettings({ SANDBOX_EASYBILL_CUSTOMERS: "many", SANDBOX_EASYBILL_LOGINS: "1001" })).toThrow(
      "SANDBOX_EASYBILL_CUSTOMERS must be a number. SANDBOX_EASYBILL_LOGINS must be at most 1000.",
    );
  });
});
