import { describe, expect, it } from "vitest";
import { connectors, findConnector } from "@/lib/connectors/registry";
import { isVendorId, vendorSchemas } from "@/lib/connectors/schemas";
import { describeFields, secretFieldNames } from "@/lib/forms/form-fields";

describe("the vendors of this installation", () => {
  it("are found by their id, and nothing else is", () => {
    expect(connectors.map(({ manifest }) => manifest.id)).toEqual(["cash", "easybill"]);
    expect(findConnector("cash")?.manifest.name).toBe("Cash");
    expect([findConnector("nobody"), findConnector("")]).toEqual([null, null]);
  });

  it("have the forms that a browser checks with", () => {
    for (const { manifest, loginSchema, settingsSchema } of connectors) {
      const forms = isVendorId(manifest.id) ? vendorSchemas[manifest.id] : null;
      expect(forms).toMatchObject({ login: loginSchema, settings: settingsSchema });
      expect(settingsSchema.parse({}).exports).toEqual(forms?.exports.parse({}));
    }
    expect(isVendorId("toString")).toBe(false);
  });

  it("serve every import with one retrieval, and only imports they have", () => {
    for (const { manifest, retrievals } of connectors) {
      expect(retrievals.flatMap(({ imports }) => imports).sort()).toEqual([...manifest.imports].sort());
      expect(new Set(retrievals.map(({ id }) => id)).size).toBe(retrievals.length);
    }
  });
});

describe("the forms of Cash", () => {
  const { login, settings } = vendorSchemas.cash;
  const right = { relationCode: "240817", email: "api@devries.example", password: "secret" };

  it("ask for relation code, email address and password, of which the password is secret", () => {
    expect(describeFields(login).map(({ name, control }) => [name, control])).toEqual([["relationCode", "text"], ["email", "email"], ["password", "secret"]]);
    expect(secretFieldNames(login)).toEqual(["password"]);
    expect(describeFields(login).every(({ maxLength }) => maxLength !== null)).toBe(true);
  });

  it("take spaces off what is typed, but not off a password", () => {
    expect(login.parse({ relationCode: " 240817 ", email: " api@devries.example\n", password: " with spaces " })).toEqual({
      relationCode: "240817", email: "api@devries.example", password: " with spaces ",
    });
  });

  it.each([
    ["relationCode", " ", "required"],
    ["relationCode", "1".repeat(10_000), "tooLong"],
    ["email", "", "required"],
    ["email", "api.devries.example", "email"],
    ["email", `${"a".repeat(10_000)}@x.example`, "tooLong"],
    ["password", "", "required"],
    ["password", "x".repeat(10_000), "tooLong"],
  ])("say of %s %.12j: %s", (field, value, message) => {
    const issues = login.safeParse({ ...right, [field]: value }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path[0], issue.message])[0]).toEqual([field, message]);
  });

  it("take everything in at first but the employees", () => {
    const atFirst = { imports: { relations: true, materials: true, hourTypes: true, warehouses: true, employees: false } };
    expect(settings.parse({})).toMatchObject(atFirst);
    expect(settings.parse({ imports: { employees: true } })).toMatchObject({ imports: { ...atFirst.imports, employees: true } });
    expect(settings.safeParse({ imports: { relations: "yes" } }).success).toBe(false);
  });
});

describe("the forms of EasyBill", () => {
  const { login, settings } = vendorSchemas.easybill;

  it("ask for the plan and an API key, which is secret and never a password", () => {
    expect(describeFields(login).map(({ name, control }) => [name, control])).toEqual([["plan", "choice"], ["apiKey", "secret"]]);
    expect(secretFieldNames(login)).toEqual(["apiKey"]);
  });

  it("take off what comes along when a key is copied, and take nothing that cannot stand in a header", () => {
    expect(login.parse({ plan: "plus", apiKey: " 0a1b2c\n" })).toEqual({ plan: "plus", apiKey: "0a1b2c" });
    const wrong = [{ plan: "plus", apiKey: " " }, { plan: "plus", apiKey: "a\r\nX-Other: b" }, { plan: "plus", apiKey: "Schlüssel" }, { plan: "plus", apiKey: "x".repeat(201) }, { plan: "free", apiKey: "x" }, { apiKey: "x" }];
    for (const values of wrong) expect(login.safeParse(values).success, JSON.stringify(values)).toBe(false);
  });

  it("take everything in at first, at the pace of the plan", () => {
    const { imports } = settings.parse({});
    expect(Object.values(imports)).toEqual([true, true, true, true, true, true]);
    const perMinute = (plan: string) => findConnector("easybill")?.manifest.requestsPerMinute({ plan });
    expect([perMinute("plus"), perMinute("business"), perMinute("another")]).toEqual([10, 60, 10]);
  });
});
