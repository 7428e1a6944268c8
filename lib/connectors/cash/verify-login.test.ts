import { createServer } from "node:net";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { limitedCredentials, unlinkedCredentials } from "@/e2e/sandbox/cash/credentials";
import type { FaultInput } from "@/e2e/sandbox/cash/faults/schema";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import type { Timing } from "@/lib/timing";
import { createCashConnector } from "./connector";
import { readFieldMap, type FieldMap } from "./field-map";
import { demoLogin, failureOf, openConversation } from "./testing/conversation";

const both = [
  { code: "01", name: "De Vries Installatietechniek B.V." },
  { code: "02", name: "De Vries Service & Onderhoud B.V." },
];

const connectorAt = (wsdlUrl: string, overrides: Partial<FieldMap> = {}) => createCashConnector(() => ({ wsdlUrl, fieldMap: readFieldMap(overrides) }));

/** Short where the promise is about waiting; elsewhere a busy machine must not turn one error into another. */
const timingFor = (code: string): Partial<Timing> => (code === "vendor_slow" ? { vendorAnswerTimeout: 300, vendorIdleTimeout: 300 } : {});

describe.each(["3.0", "2015"] as const)("a login at the WSDL of %s", (version) => {
  let sandbox: CashSandbox;
  beforeAll(async () => {
    sandbox = await startCashSandbox({ relations: 20 });
  });
  afterEach(() => sandbox.reset());
  afterAll(() => sandbox.stop());
  const connector = () => connectorAt(version === "3.0" ? sandbox.wsdlUrl : sandbox.wsdl2015Url);
  const verify = (login: Record<string, string> = demoLogin, timing: Partial<Timing> = {}) =>
    connector().verify(openConversation({ login, administration: null, timing }).context);

  it("that is right shows its administrations", async () => {
    expect(await verify()).toEqual({ administrations: both, person: null });
  });

  it.each([
    ["relationCode", "999999"],
    ["relationCode", ""],
    ["email", "nobody@devries-installatie.example"],
    ["password", "wrong"],
    ["password", "<&>'\"é"],
    ["password", "x".repeat(10_000)],
  ])("with a wrong %s is refused: %.20s", async (field, value) => {
    expect(await failureOf(verify({ ...demoLogin, [field]: value }))).toMatchObject({ code: "credentials_refused", kind: "config", params: { vendor: "Cash" } });
  });

  it("of a user without an administration says so", async () => {
    expect(await failureOf(verify({ ...demoLogin, email: unlinkedCredentials.email }))).toMatchObject({ code: "no_administration", kind: "config" });
  });

  it("of a user who may read one of the administrations is good, of one who may read none is not", async () => {
    expect(await verify({ ...demoLogin, email: limitedCredentials.email })).toEqual({ administrations: both, person: null });
    await sandbox.setFaults([{ kind: "missingRights" }]);
    expect(await failureOf(verify())).toMatchObject({ code: "missing_rights", kind: "config" });
  });

  it.each<[string, FaultInput, string, string]>([
    ["is down", { kind: "serverError", status: 503 }, "vendor_error", "transient"],
    ["fails with an error page", { kind: "serverError", status: 500 }, "vendor_error", "transient"],
    ["breaks the connection", { kind: "reset" }, "vendor_unreachable", "transient"],
    ["never answers", { kind: "timeout" }, "vendor_slow", "transient"],
    ["answers with a web page", { kind: "nonsense" }, "vendor_nonsense", "transient"],
    ["answers with broken XML", { kind: "brokenXml" }, "vendor_nonsense", "transient"],
    ["asks to slow down", { kind: "rateLimited" }, "vendor_rate_limited", "transient"],
    ["reports a file error (3)", { kind: "responseCode", code: 3 }, "vendor_error", "transient"],
    ["gives no token (4)", { kind: "responseCode", code: 4 }, "vendor_error", "transient"],
    ["does not know the service (7)", { kind: "responseCode", code: 7 }, "vendor_error", "transient"],
    ["knows no administration (903)", { kind: "responseCode", code: 903 }, "administration_missing", "config"],
    ["has no administration for the user (1002)", { kind: "noAdministration" }, "no_administration", "config"],
  ])("when Cash %s gives one clear error", async (_, fault, code, kind) => {
    await sandbox.setFaults([{ ...fault, only: { operation: "ListAdministrations" } }]);
    expect(await failureOf(verify(demoLogin, timingFor(code)))).toMatchObject({ code, kind, params: { vendor: "Cash" } });
  });

  it("says how long to wait when Cash asks to slow down, in either way", async () => {
    await sandbox.setFaults([{ kind: "rateLimited" }]);
    expect((await failureOf(verify())).retryAfterMs).toBe(10_000);
    await sandbox.changeProtocol({ rateLimitAnswer: "fault" });
    expect(await failureOf(verify())).toMatchObject({ code: "vendor_rate_limited", retryAfterMs: 60_000 });
  });

  it("notes every request for the log, without the password or the token", async () => {
    const { context, exchanges, budget } = openConversation({ administration: null });
    await connector().verify(context);
    await sandbox.setFaults([{ kind: "loginRefused" }, { kind: "tokenExpired" }]);
    await failureOf(connector().verify(context));
    expect(exchanges).toHaveLength(budget.taken);
    expect(JSON.stringify(exchanges)).not.toContain(demoLogin["password"]);
    expect(JSON.stringify(exchanges)).not.toMatch(/>[0-9a-f]{32}</);
    const listed = exchanges.find((exchange) => /listadministrations/i.test(exchange.operation));
    expect(listed).toMatchObject({ method: "POST", status: 200, outcome: "answered" });
    expect(listed?.answer).toContain("DEVRIES");
    expect(listed?.request).toContain("•••");
    expect(exchanges.at(-1)).toMatchObject({ status: 200, outcome: "refused" });
  });
});

describe("a WSDL that lacks operations", () => {
  it("is helped out by the other one, where the field map names it", async () => {
    const sandbox = await startCashSandbox({ relations: 5, protocol: { offersEverythingIn3: false } });
    try {
      const { context, exchanges } = openConversation({ administration: null });
      expect(await connectorAt(sandbox.wsdlUrl).verify(context)).toEqual({ administrations: both, person: null });
      expect(exchanges.map(({ operation }) => operation)).toEqual(["wsdl", "wsdl", "Authenticate", "ListAdministrations", "export"]);
      const alone = connectorAt(sandbox.wsdlUrl, { fallbackWsdl: "" });
      expect(await failureOf(alone.verify(context))).toMatchObject({ code: "vendor_operation_missing", kind: "config" });
    } finally {
      await sandbox.stop();
    }
  });
});

describe("a WSDL that cannot be had", () => {
  it.each<[string, FaultInput, string]>([
    ["is no WSDL", { kind: "nonsense" }, "vendor_nonsense"],
    ["is half a WSDL", { kind: "brokenXml" }, "vendor_nonsense"],
    ["does not come", { kind: "timeout" }, "vendor_slow"],
    ["is unavailable", { kind: "serverError", status: 502 }, "vendor_error"],
    ["is an error page", { kind: "serverError", status: 500 }, "vendor_error"],
    ["is cut off at once", { kind: "reset" }, "vendor_unreachable"],
  ])("%s", async (_, fault, code) => {
    const sandbox = await startCashSandbox({ relations: 5 });
    try {
      await sandbox.setFaults([{ ...fault, only: { operation: "wsdl" } }]);
      const { context } = openConversation({ administration: null, timing: timingFor(code) });
      const connector = connectorAt(sandbox.wsdlUrl);
      expect((await failureOf(connector.verify(context))).code).toBe(code);
      await sandbox.setFaults([]);
      expect((await connector.verify(context)).administrations).toHaveLength(2);
    } finally {
      await sandbox.stop();
    }
  });

  it("is at an address that holds something else", async () => {
    const sandbox = await startCashSandbox({ relations: 5 });
    try {
      const { context } = openConversation({ administration: null });
      expect((await failureOf(connectorAt(`${sandbox.url}/nothing/here`).verify(context))).code).toBe("vendor_operation_missing");
    } finally {
      await sandbox.stop();
    }
  });

  it("is read once and used again for an hour, by every conversation", async () => {
    const sandbox = await startCashSandbox({ relations: 5 });
    try {
      let now = new Date("2026-11-20T09:00:00Z");
      const open = () => openConversation({ administration: null, timing: { now: () => now } }).context;
      await connectorAt(sandbox.wsdlUrl).verify(open());
      now = new Date("2026-11-20T09:59:00Z");
      await connectorAt(sandbox.wsdlUrl).verify(open());
      expect((await sandbox.requestCounts())["wsdl"]).toBe(1);
      now = new Date("2026-11-20T10:01:00Z");
      await connectorAt(sandbox.wsdlUrl).verify(open());
      expect((await sandbox.requestCounts())["wsdl"]).toBe(2);
    } finally {
      await sandbox.stop();
    }
  });
});

describe("an address where nobody is", () => {
  it("is not reachable: no such name, nobody listening", async () => {
    const { context, exchanges } = openConversation({ administration: null });
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    listener.close();
    await once(listener, "close");
    for (const wsdlUrl of ["http://cash.invalid/?api/3.0/wsdl", `http://127.0.0.1:${port}/?api/3.0/wsdl`]) {
      expect(await failureOf(connectorAt(wsdlUrl).verify(context))).toMatchObject({ code: "vendor_unreachable", kind: "transient" });
    }
    expect(exchanges.map(({ outcome, status }) => [outcome, status])).toEqual([["failed", null], ["failed", null]]);
  });
});

describe("a conversation that is stopped", () => {
  it("ends with the reason it was stopped for, wherever it is", async () => {
    const sandbox = await startCashSandbox({ relations: 5 });
    try {
      await sandbox.setFaults([{ kind: "timeout", only: { operation: "ListAdministrations" } }]);
      const { context, abort } = openConversation({ administration: null });
      const reason = new Error("cancelled by a person");
      const verified = connectorAt(sandbox.wsdlUrl).verify(context);
      const stop = setInterval(() => {
        void sandbox.requestCounts().then((counts) => {
          if (counts["ListAdministrations"] !== undefined) abort.abort(reason);
        });
      }, 20);
      await expect(verified.finally(() => clearInterval(stop))).rejects.toBe(reason);
      await expect(connectorAt(sandbox.wsdlUrl).verify(context)).rejects.toBe(reason);
    } finally {
      await sandbox.stop();
    }
  });
});
