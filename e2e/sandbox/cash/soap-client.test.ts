import { createClientAsync } from "soap";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { demoCredentials } from "./credentials";
import { startCashSandbox, type CashSandbox } from "./start";

const { relation, email, password } = demoCredentials;
const administration = { admCode: "01", admMap: "DEVRIES" };

const typedText = z.object({ $value: z.string() }).transform(({ $value }) => $value);
const typedCode = z.object({ code: z.object({ $value: z.number() }) }).transform(({ code }) => code.$value);

/** Operation → the names of its parts, as the package understands the WSDL. */
const inputs = z
  .object({ CashService: z.object({ CashPort: z.record(z.string(), z.object({ input: z.record(z.string(), z.unknown()) })) }) })
  .transform(({ CashService }) => Object.fromEntries(Object.entries(CashService.CashPort).map(([name, { input }]) => [name, Object.keys(input)])));

async function call(wsdl: string, operation: string, parts: object): Promise<unknown> {
  const client = await createClientAsync(wsdl);
  const answers: unknown = await client[`${operation}Async`](parts);
  return z.array(z.unknown()).parse(answers)[0];
}

describe("the WSDLs, read by the soap package", () => {
  let sandbox: CashSandbox;
  beforeAll(async () => {
    sandbox = await startCashSandbox({ relations: 20 });
  });
  afterAll(() => sandbox.stop());

  it("offers the operations of 2015 with a token in front", async () => {
    const client = await createClientAsync(sandbox.wsdl2015Url);
    expect(inputs.parse(client.describe())).toEqual({
      Authenticate: ["relation", "email", "password", "service"],
      ListAdministrations: ["token"],
      Export: ["token", "command", "administration"],
      Import: ["token", "xml", "administration"],
      GetTransaction: ["token", "id"],
    });
  });

  it("offers export and import of 3.0 with the credentials in every call", async () => {
    const client = await createClientAsync(sandbox.wsdlUrl);
    expect(inputs.parse(client.describe())).toMatchObject({
      export: ["token", "relatie", "email", "pass", "export", "administration", "formaat"],
      import: ["token", "relatie", "email", "pass", "import", "administration", "formaat"],
    });
  });

  it("names the address the request came to as the endpoint", async () => {
    const answer = await fetch(sandbox.wsdlUrl);
    expect(await answer.text()).toContain(`location="${sandbox.url}/?api/3.0/soap"`);
  });

  it("lets the package sign in and list the administrations (2015)", async () => {
    const signedIn = z
      .object({ response: typedCode, token: typedText })
      .parse(await call(sandbox.wsdl2015Url, "Authenticate", { relation, email, password, service: "test" }));
    expect(signedIn.response).toBe(1);
    const listed = z
      .object({ administrationList: z.object({ item: z.array(z.object({ admCode: typedText, admMap: typedText, admName: typedText })) }) })
      .parse(await call(sandbox.wsdl2015Url, "ListAdministrations", { token: signedIn.token }));
    expect(listed.administrationList.item.map(({ admCode, admMap }) => [admCode, admMap])).toEqual([
      ["01", "DEVRIES"],
      ["02", "DEVRIESSO"],
    ]);
  });

  it("lets the package export with credentials (3.0)", async () => {
    const answer = z
      .object({ response: typedCode, exportResult: typedText })
      .parse(await call(sandbox.wsdlUrl, "export", { token: "", relatie: relation, email, pass: password, export: "0101|101", administration, formaat: "0" }));
    expect(answer.response).toBe(1);
    expect(answer.exportResult).toMatch(/^Content-type: text\/xml <cash><R0101><F0101>000101<\/F0101>/);
  });
});

describe("a 3.0 WSDL that offers export and import only", () => {
  it("leaves the other three operations out", async () => {
    const sandbox = await startCashSandbox({ relations: 1, protocol: { offersEverythingIn3: false } });
    try {
      const client = await createClientAsync(sandbox.wsdlUrl);
      expect(Object.keys(inputs.parse(client.describe()))).toEqual(["export", "import"]);
    } finally {
      await sandbox.stop();
    }
  });
});
