import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { demoCredentials, limitedCredentials, unlinkedCredentials } from "./credentials";
import { childOf, parseXml } from "./soap/xml-tree";
import { startCashSandbox, type CashSandbox } from "./start";
import { envelope, postSoap, readRecords, speak } from "./testing/wire";

let sandbox: CashSandbox;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 20 });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const call2015 = (operation: string, parts: Readonly<Record<string, string>>) => postSoap(`${sandbox.url}/?api/soap`, envelope(operation, parts));
const administration = "<admCode>01</admCode><admMap>DEVRIES</admMap>";

async function signIn(): Promise<string> {
  const answer = await call2015("Authenticate", { ...demoCredentials, service: "test" });
  const body = childOf(parseXml(answer.text), "Body")?.children[0];
  return (body && childOf(body, "token")?.text) ?? "";
}

describe("a login", () => {
  it.each([
    ["relation code", { ...demoCredentials, relation: "999999" }],
    ["e-mail", { ...demoCredentials, email: "someone@else.example" }],
    ["password", { ...demoCredentials, password: "wrong" }],
    ["empty fields", { relation: "", email: "", password: "" }],
    ["fields of ten thousand characters", { relation: "9".repeat(10_000), email: "a".repeat(10_000), password: "p".repeat(10_000) }],
  ])("with a wrong %s is refused with code 2", async (_, login) => {
    expect(await speak(sandbox.url, login).listAdministrations()).toMatchObject({ code: 2 });
  });

  it("does not care about capitals in the e-mail", async () => {
    expect(await speak(sandbox.url, { ...demoCredentials, email: "API@devries-installatie.example" }).listAdministrations()).toMatchObject({ code: 1 });
  });

  it("of a user without a linked administration is answered with 1002 on every call", async () => {
    const user = speak(sandbox.url, unlinkedCredentials);
    const answers = [await user.listAdministrations(), await user.export("0101"), await user.import("<CASH/>"), await user.getTransaction("1")];
    expect(answers.map(({ code }) => code)).toEqual([1002, 1002, 1002, 1002]);
  });

  it("of a user with too few rights reads nothing there, and its imports stay pending for ever", async () => {
    const user = speak(sandbox.url, limitedCredentials, "02");
    expect(await user.export("0101")).toMatchObject({ code: 800 });
    expect((await user.import("<CASH><R0101><F0101>900</F0101></R0101></CASH>")).transaction).toMatchObject({ status: 1 });
    expect((await speak(sandbox.url, limitedCredentials, "01").export("0101")).code).toBe(1);
  });

  it("cannot reach an administration that does not exist, or none at all", async () => {
    expect(await speak(sandbox.url, demoCredentials, "77").export("0101")).toMatchObject({ code: 1002 });
    expect(await speak(sandbox.url, demoCredentials, "").export("0101")).toMatchObject({ code: 903 });
  });
});

describe("a token of 2015", () => {
  it("opens the other operations", async () => {
    const answer = await call2015("Export", { token: await signIn(), command: "2209", administration });
    expect(answer.code).toBe(1);
    expect(readRecords(answer.exportResult)).toHaveLength(8);
  });

  it("ends after its lifetime on the sandbox's clock, with code 5 or 6", async () => {
    const token = await signIn();
    await sandbox.advanceClock({ minutes: 19 });
    expect(await call2015("ListAdministrations", { token })).toMatchObject({ code: 1 });
    await sandbox.advanceClock({ minutes: 2 });
    expect(await call2015("ListAdministrations", { token })).toMatchObject({ code: 5 });
    await sandbox.changeProtocol({ expiredTokenCode: 6 });
    const second = await signIn();
    await sandbox.advanceClock({ minutes: 21 });
    expect(await call2015("ListAdministrations", { token: second })).toMatchObject({ code: 6 });
  });

  it("that was never given is refused", async () => {
    expect(await call2015("ListAdministrations", { token: "0".repeat(32) })).toMatchObject({ code: 5 });
    expect(await call2015("ListAdministrations", { token: "nonsense" })).toMatchObject({ code: 6 });
  });
});

describe("the limit of requests", () => {
  it("turns the 101st request within a minute away and says how long to wait", async () => {
    const user = speak(sandbox.url);
    for (let request = 0; request < 100; request += 1) expect((await user.export("2209")).code).toBe(1);
    const refused = await user.export("2209");
    expect(refused.status).toBe(429);
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect((await speak(sandbox.url, limitedCredentials).export("2209")).code).toBe(1);
    await sandbox.advanceClock({ seconds: 61 });
    expect((await user.export("2209")).code).toBe(1);
  });

  it("is a sliding window: only what is older than a minute is forgotten", async () => {
    await sandbox.changeProtocol({ requestsPerMinute: 2 });
    const user = speak(sandbox.url);
    await user.export("2209");
    await sandbox.advanceClock({ seconds: 40 });
    await user.export("2209");
    await sandbox.advanceClock({ seconds: 30 });
    expect((await user.export("2209")).status).toBe(200);
    expect((await user.export("2209")).status).toBe(429);
  });

  it("can be a SOAP fault instead", async () => {
    await sandbox.changeProtocol({ requestsPerMinute: 1, rateLimitAnswer: "fault" });
    await speak(sandbox.url).export("2209");
    const refused = await speak(sandbox.url).export("2209");
    expect(refused.status).toBe(500);
    expect(refused.faultText).toContain("Too many requests");
  });
});
