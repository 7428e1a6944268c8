import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimMessage, findDueReceivers } from "@/lib/notices/claim-message";
import { deliverMessage } from "@/lib/notices/deliver";
import { headerOf } from "@/lib/notices/fixtures/mailbox";
import { createNoticeAccount, type NoticeAccount } from "@/lib/notices/fixtures/notice-account";
import { makeNotices } from "@/lib/notices/make-notices";
import { switchReceiver } from "@/lib/notices/receivers";

let it: NoticeAccount;
beforeEach(async () => { it = await createNoticeAccount(); });
afterEach(() => it.close());

const hook = () => it.receive({ channel: "webhook", address: it.hook.address });
/** What the webhook was told: `issue.opened licenceLapsed`. */
const told = () => it.hook.got.map(({ body }): string => { const { type, data } = JSON.parse(body); return `${type} ${data.issue.cause}`; });
const subjects = () => it.mailbox.arrived.map((mail) => headerOf(mail, "Subject"));

describe("of each issue", () => {
  test("a receiver is told once that it opened and once that it is over, however often one looks", async () => {
    await hook();
    const id = await it.open();
    await it.pass();
    await it.passAfter(5);
    expect(told()).toEqual(["issue.opened licenceLapsed"]);
    await it.resolve(id);
    await it.passAfter(1);
    await it.passAfter(1);
    expect(told()).toEqual(["issue.opened licenceLapsed", "issue.resolved licenceLapsed"]);
    await it.open();
    await it.passAfter(1);
    expect(told(), "one that comes back is another one").toHaveLength(3);
  });

  test("two passes at once tell it once", async () => {
    await hook();
    await it.open();
    await Promise.all([it.pass(), it.pass(), it.pass()]);
    expect(told()).toHaveLength(1);
  });

  test("only who has chosen it is told, and nobody of another account", async () => {
    await it.receive({ channel: "webhook", address: it.hook.address, topics: ["exportsFailing", "late"] });
    await it.open("licenceLapsed");
    await it.open("exportRejected");
    const other = await it.db.prisma.account.create({ data: { name: "Other" } });
    await it.db.prisma.noticeReceiver.create({ data: { accountId: other.id, channel: "email", address: "thief@evil.example", locale: "en", topics: ["actionRequired", "exportsFailing"], createdBy: "x" } });
    await it.passAfter(0);
    await it.passAfter(2);
    expect([told(), subjects()]).toEqual([["issue.opened exportRejected"], []]);
  });

  test("what passes by itself is told only when it has lasted a quarter of an hour", async () => {
    await hook();
    const id = await it.open("vendorDown", { severity: "watch" });
    await it.passAfter(14);
    expect(told()).toEqual([]);
    await it.passAfter(1);
    expect(told()).toEqual(["issue.opened vendorDown"]);
    const short = await it.open("syncLate", { severity: "watch" });
    await it.passAfter(5);
    await it.resolve(short);
    await it.resolve(id);
    await it.passAfter(30);
    expect(told()).toEqual(["issue.opened vendorDown", "issue.resolved vendorDown"]);
  });

  test("a muted one tells nothing, until its mute is over", async () => {
    await hook();
    const id = await it.open("licenceLapsed", { mutedAt: it.clock.now });
    await it.passAfter(60);
    expect(told()).toEqual([]);
    await it.db.prisma.issue.update({ where: { id }, data: { muteEndsAt: it.clock.now } });
    await it.passAfter(1);
    expect(told()).toEqual(["issue.opened licenceLapsed"]);
    await it.db.prisma.issue.update({ where: { id }, data: { muteEndsAt: null } });
    await it.resolve(id);
    await it.passAfter(1);
    expect(told()).toEqual(["issue.opened licenceLapsed"]);
  });

  test("one that is switched off is told nothing, and what is still open when it is switched on again", async () => {
    const { id } = await hook();
    await switchReceiver(it.engine, { actor: it.actor, id, isOn: false });
    const over = await it.open("guardTripped");
    await it.open("licenceLapsed");
    await it.passAfter(60);
    await it.resolve(over);
    await switchReceiver(it.engine, { actor: it.actor, id, isOn: true });
    await it.passAfter(1);
    expect(told()).toEqual(["issue.opened licenceLapsed"]);
  });
});

describe("a webhook", () => {
  test("is signed, says what broke, since when, what to do and where, and holds no secret", async () => {
    const { secret } = await hook();
    const id = await it.open();
    await it.pass();
    const [got] = it.hook.got;
    if (!got || secret === null) throw new Error("nothing arrived");
    const headers = Object.fromEntries(["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [name, String(got.headers[name])]));
    // The library refuses what was not signed within five minutes of now; this one was, by the clock of the test.
    expect(() => new Webhook(secret).verify(got.body, headers)).toThrow("too old");
    expect(headers["webhook-signature"]).toBe(new Webhook(secret).sign(headers["webhook-id"] ?? "", it.clock.now, got.body));
    it.clock.now = new Date();
    await it.open("guardTripped");
    await it.pass();
    const fresh = it.hook.got[1];
    expect(new Webhook(secret).verify(fresh?.body ?? "", { "webhook-id": String(fresh?.headers["webhook-id"]), "webhook-timestamp": String(fresh?.headers["webhook-timestamp"]), "webhook-signature": String(fresh?.headers["webhook-signature"]) })).toMatchObject({ type: "issue.opened" });
    expect(JSON.parse(got.body)).toEqual({
      type: "issue.opened", timestamp: "2026-11-20T09:00:00.000Z",
      data: { account: { name: "De Vries Installatie" }, issue: {
        id, integration: { id: "fixture", name: "Fixture" }, topic: "actionRequired", cause: "licenceLapsed", subject: "", severity: "action", title: "There is no licence for Fixture",
        broke: expect.stringContaining("Nothing is imported"), next: expect.stringContaining("License manager"), since: "2026-11-20T09:00:00.000Z", resolvedAt: null, records: 0,
        url: `https://integrations.example.com/issues/${id}`, remedyUrl: "https://integrations.example.com/settings/licences#fixture",
      } },
    });
    expect(it.hook.got.map(({ headers: own, body }) => JSON.stringify([own, body])).join()).not.toContain(secret);
  });

  test("that refuses is tried again after longer and longer, with the same id, and given up after a day", async () => {
    await hook();
    it.hook.control.status = 500;
    await it.open();
    await it.pass();
    const tries: number[] = [0];
    for (let minute = 0; minute < 26 * 60; ) {
      const step = minute < 60 ? 1 : 30;
      minute += step;
      await it.passAfter(step);
      if (it.hook.got.length > tries.length) tries.push(minute);
    }
    expect(tries.slice(0, 7)).toEqual([0, 1, 6, 21, 51, 120, 180]);
    expect(new Set(it.hook.got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await it.db.prisma.notice.findMany({ select: { state: true, problem: true, answer: true, tries: true } })).toEqual([{ state: "givenUp", problem: "answered", answer: 500, tries: tries.length }]);
    expect(tries.at(-1)).toBeLessThanOrEqual(25 * 60);
    it.hook.control.status = 204;
    await it.db.prisma.issue.updateMany({ data: { state: "resolved", resolvedAt: it.clock.now } });
    await it.passAfter(1);
    expect(told().filter((one) => one.startsWith("issue.resolved")), "it was never told that it opened").toEqual([]);
  });

  test("takes one issue at a time, and one receiver that is down keeps no other waiting", async () => {
    await it.receive({ channel: "webhook", address: "http://127.0.0.1:1/" });
    await hook();
    await it.open("licenceLapsed");
    await it.open("guardTripped");
    await it.pass();
    expect(told().toSorted()).toEqual(["issue.opened guardTripped", "issue.opened licenceLapsed"]);
    expect((await it.states()).toSorted()).toEqual(["opened failed", "opened sent", "opened sent", "opened waiting"]);
  });
});

describe("an e-mail", () => {
  test("holds the issues that opened within a minute, in the receiver's language and on the account's clock", async () => {
    await it.receive({ locale: "nl" });
    const first = await it.open("licenceLapsed");
    await it.pass();
    await it.passAfter(0.5);
    const second = await it.open("guardTripped");
    await it.passAfter(0.5);
    expect(subjects()).toEqual(["De Vries Installatie: er zijn 2 storingen ontstaan"]);
    const source = it.mailbox.arrived[0]?.source.replaceAll("=\r\n", "") ?? "";
    expect(source).toContain("Sinds 20 nov 2026, 10:00");
    for (const id of [first, second]) expect(source).toContain(`https://integrations.example.com/issues/${id}`);
    await it.resolve(first);
    await it.passAfter(1);
    await it.passAfter(1);
    const [told, over] = it.mailbox.arrived;
    if (!told || !over) throw new Error("its end was not told");
    expect(headerOf(over, "Subject")).toBe("De Vries Installatie: opgelost, Er is geen licentie voor Fixture");
    expect(headerOf(over, "In-Reply-To")).toBe(headerOf(told, "Message-ID"));
  });

  test("waits while there is no mail server, and goes out when there is one", async () => {
    await it.receive();
    await it.open();
    const { mailServer } = it.engine;
    it.engine.mailServer = null;
    await it.passAfter(0);
    await it.passAfter(60);
    expect([subjects(), await it.states()]).toEqual([[], ["opened waiting"]]);
    it.engine.mailServer = mailServer;
    await it.pass();
    expect(subjects()).toEqual(["De Vries Installatie: There is no licence for Fixture"]);
  });
});

describe("in quiet hours", () => {
  const night = { from: 22 * 60, to: 7 * 60 };
  beforeEach(() => { it.clock.now = new Date("2026-11-20T22:00:00Z"); });

  test("nothing is told; what is still open is told afterwards, what was over is not", async () => {
    await it.receive({ channel: "webhook", address: it.hook.address, quiet: night });
    const over = await it.open("guardTripped");
    await it.open("licenceLapsed");
    await it.passAfter(30);
    await it.resolve(over);
    await it.passAfter(60);
    expect(told()).toEqual([]);
    it.clock.now = new Date("2026-11-21T05:59:00Z");
    await it.pass();
    expect(told()).toEqual([]);
    await it.passAfter(1);
    expect(told()).toEqual(["issue.opened licenceLapsed"]);
    expect(await it.states()).toEqual(["opened dropped", "opened sent"]);
  });

  test("the end of what was told before waits, too", async () => {
    it.clock.now = new Date("2026-11-20T20:00:00Z");
    await it.receive({ channel: "webhook", address: it.hook.address, quiet: night });
    const id = await it.open();
    await it.pass();
    await it.passAfter(90);
    await it.resolve(id);
    await it.passAfter(1);
    expect(told()).toEqual(["issue.opened licenceLapsed"]);
    it.clock.now = new Date("2026-11-21T06:00:00Z");
    await it.pass();
    expect(told()).toEqual(["issue.opened licenceLapsed", "issue.resolved licenceLapsed"]);
  });
});

describe("a process that dies", () => {
  const claim = async () => {
    const [receiver] = await findDueReceivers(it.engine);
    return receiver ? claimMessage(it.engine, receiver) : null;
  };

  test("before it sends loses nothing", async () => {
    await hook();
    await it.open();
    it.hook.control.status = 503;
    await it.pass();
    await it.passAfter(0);
    it.hook.control.status = 204;
    it.clock.now = new Date(it.clock.now.getTime() + 60_000);
    expect(await claim()).not.toBeNull();
    await it.pass();
    expect(told(), "while its lease runs nobody else sends").toHaveLength(1);
    await it.passAfter(3);
    expect(told()).toHaveLength(2);
    expect(await it.states()).toEqual(["opened sent"]);
  });

  test("between sending and noting it sends the same again, by which it is known", async () => {
    await it.receive();
    await it.open();
    await it.passAfter(0);
    it.clock.now = new Date(it.clock.now.getTime() + 60_000);
    const message = await claim();
    if (!message) throw new Error("nothing was due");
    expect(await deliverMessage(it.engine, message)).toMatchObject({ outcome: "sent" });
    await it.open("guardTripped");
    await it.passAfter(5);
    await it.passAfter(5);
    const ids = it.mailbox.arrived.map((mail) => headerOf(mail, "Message-ID"));
    expect([ids.length, ids[0] === ids[1], ids[1] === ids[2]]).toEqual([3, true, false]);
    expect(await it.states()).toEqual(["opened sent", "opened sent"]);
  });

  test("after sending what was over by then still tells the end", async () => {
    await hook();
    const id = await it.open();
    await makeNotices(it.engine);
    const message = await claim();
    if (!message) throw new Error("nothing was due");
    await deliverMessage(it.engine, message);
    await it.resolve(id);
    await it.passAfter(5);
    expect(told()).toEqual(["issue.opened licenceLapsed", "issue.resolved licenceLapsed"]);
  });
});
