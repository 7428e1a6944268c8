import { afterAll, beforeAll, expect, test } from "vitest";
import { createNoticeAccount, type NoticeAccount } from "@/lib/notices/fixtures/notice-account";
import { listReceivers } from "@/lib/notices/list-receivers";
import { addReceiver, changeReceiver, removeReceiver, renewSecret, switchReceiver, type ReceiverInput } from "@/lib/notices/receivers";
import { testReceiver } from "@/lib/notices/test-receiver";
import { publicAddresses } from "@/lib/notices/webhook/address-policy";
import { openSigningSecret } from "@/lib/notices/webhook/signing-secret";

let it: NoticeAccount;
beforeAll(async () => { it = await createNoticeAccount(); });
afterAll(() => it.close());

const email: ReceiverInput = { channel: "email", address: "office@bakker.example", locale: "nl", topics: ["late", "actionRequired"], quiet: { from: 22 * 60, to: 7 * 60 } };
const hook: ReceiverInput = { ...email, channel: "webhook", address: "https://hooks.example/services/T0/secret-part", quiet: null };
const outside = () => ({ ...it.engine, policy: publicAddresses });
const stranger = { accountId: "00000000-0000-4000-8000-000000000000", userId: null, name: "Stranger" };
const audit = async () => (await it.db.prisma.auditEvent.findMany({ where: { accountId: it.accountId }, orderBy: [{ at: "asc" }] })).map(({ action, subject, detail }) => ({ action, subject, detail }));

test.each([
  [{ address: "no address" }, "email"],
  [{ address: "office@bakker.example\r\nBcc: thief@evil.example" }, "email"],
  [{ address: "office@bakker.example, thief@evil.example" }, "email"],
  [{ topics: [] }, "noTopic"],
  [{ quiet: { from: 60, to: 60 } }, "quiet"],
  [{ channel: "webhook", address: "http://hooks.example/" }, "webhook"],
  [{ channel: "webhook", address: "https://me:secret@hooks.example/" }, "webhook"],
  [{ channel: "webhook", address: "https://[fd00:ec2::254]/" }, "private"],
] satisfies [Partial<ReceiverInput>, string][])("%j is refused", async (changes, reason) => {
  expect(await addReceiver(outside(), { actor: it.actor, receiver: { ...email, ...changes } })).toEqual({ outcome: "refused", reason });
  expect(await listReceivers(it.db, it.accountId)).toEqual([]);
});

test("a receiver is added once, changed, switched, tested and removed, and the audit trail says so without what may open a door", async () => {
  const added = await addReceiver(outside(), { actor: it.actor, receiver: { ...email, address: " Office@Bakker.example " } });
  expect(added).toMatchObject({ outcome: "added", secret: null });
  expect(await addReceiver(outside(), { actor: it.actor, receiver: email })).toEqual({ outcome: "refused", reason: "taken" });
  const made = await addReceiver(outside(), { actor: it.actor, receiver: hook });
  if (made.outcome !== "added" || made.secret === null || added.outcome !== "added") throw new Error("not added");
  expect(made.secret).toMatch(/^whsec_[\w+/]{43}=$/);
  const stored = () => it.db.prisma.noticeReceiver.findUniqueOrThrow({ where: { id: made.id } });
  const { secret: sealed } = await stored();
  expect(sealed).not.toContain(made.secret.slice(6));
  expect(openSigningSecret(sealed ?? "", { id: made.id, accountId: it.accountId }, it.engine.keyRing)).toBe(made.secret);

  const listed = await listReceivers(it.db, it.accountId);
  expect(listed).toMatchObject([{ address: "office@bakker.example", topics: ["actionRequired", "late"], quiet: { from: 1320, to: 420 }, isOn: true, notices: [] }, { name: "hooks.example", quiet: null }]);
  expect(JSON.stringify(listed)).not.toContain("whsec");

  const { secret: renewed } = await renewSecret(it.engine, { actor: it.actor, id: made.id });
  expect(openSigningSecret((await stored()).secret ?? "", { id: made.id, accountId: it.accountId }, it.engine.keyRing)).toBe(renewed);
  const { channel: _channel, ...settings } = hook;
  expect(await changeReceiver(outside(), { actor: it.actor, id: made.id, settings: { ...settings, topics: ["late"], quiet: { from: 0, to: 90 } } })).toEqual({ outcome: "changed" });
  expect(await changeReceiver(outside(), { actor: it.actor, id: made.id, settings: { ...settings, address: "https://127.0.0.1/" } })).toEqual({ outcome: "refused", reason: "private" });
  await switchReceiver(it.engine, { actor: it.actor, id: made.id, isOn: false });
  expect(await testReceiver(it.engine, { actor: it.actor, id: added.id })).toEqual({ outcome: "sent", answer: null });
  expect(it.mailbox.arrived.at(-1)?.source).toContain("Dit is een test.");
  await removeReceiver(it.engine, { actor: it.actor, id: made.id });
  const written = await audit();
  expect(written.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    "notice-receiver.added office@bakker.example", "notice-receiver.added hooks.example", "notice-receiver.secret-renewed hooks.example", "notice-receiver.changed hooks.example",
    "notice-receiver.switched-off hooks.example", "notice-receiver.tested office@bakker.example", "notice-receiver.removed hooks.example",
  ]);
  expect(written[3]?.detail).toEqual({ topics: { before: "actionRequired, late", after: "late" }, quietHours: { before: "", after: "00:00–01:30" } });
  expect(JSON.stringify(written)).not.toMatch(/secret-part|whsec/);
});

test("a test says what came of it", async () => {
  const { id } = await it.receive({ channel: "webhook", address: it.hook.address });
  expect(await testReceiver(it.engine, { actor: it.actor, id })).toEqual({ outcome: "sent", answer: 204 });
  it.hook.control.status = 404;
  expect(await testReceiver(it.engine, { actor: it.actor, id })).toEqual({ outcome: "failed", problem: "answered", answer: 404 });
  expect(await testReceiver(outside(), { actor: it.actor, id })).toMatchObject({ problem: "privateAddress" });
  await it.db.prisma.noticeReceiver.update({ where: { id }, data: { channel: "email", address: "office@pump.example" } });
  expect(await testReceiver({ ...it.engine, mailServer: null }, { actor: it.actor, id })).toMatchObject({ problem: "notConfigured" });
});

test("nobody touches what another account is told with", async () => {
  const { id } = await it.receive({ channel: "webhook", address: `${it.hook.address}/other` });
  const missing = { code: "record_not_found" };
  await expect(renewSecret(it.engine, { actor: stranger, id })).rejects.toMatchObject(missing);
  await expect(changeReceiver(it.engine, { actor: stranger, id, settings: email })).rejects.toMatchObject(missing);
  await expect(switchReceiver(it.engine, { actor: stranger, id, isOn: false })).rejects.toMatchObject(missing);
  await expect(removeReceiver(it.engine, { actor: stranger, id })).rejects.toMatchObject(missing);
  await expect(testReceiver(it.engine, { actor: stranger, id })).rejects.toMatchObject(missing);
  expect(await listReceivers(it.db, stranger.accountId)).toEqual([]);
});
