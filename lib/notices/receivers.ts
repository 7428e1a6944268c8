import { randomUUID } from "node:crypto";
import { z } from "zod";
import { assertNever } from "@/lib/assert";
import { recordAudit, type AuditDetail } from "@/lib/audit/record-audit";
import { AppError } from "@/lib/errors";
import type { NoticeChannel } from "@/lib/generated/prisma/enums";
import type { Locale } from "@/lib/i18n/locales";
import type { NoticeEngine } from "@/lib/notices/engine";
import { quietHoursOf, writeClock, type QuietHours } from "@/lib/notices/quiet-hours";
import type { NoticeTopic } from "@/lib/notices/topics";
import { readWebhookAddress } from "@/lib/notices/webhook/address-policy";
import { isForbiddenLiteral } from "@/lib/notices/webhook/checked-lookup";
import { makeSigningSecret, sealSigningSecret } from "@/lib/notices/webhook/signing-secret";
import type { Actor } from "@/lib/users/actor";

export type ReceiverSettings = { address: string; locale: Locale; topics: readonly NoticeTopic[]; quiet: QuietHours | null };
export type ReceiverInput = ReceiverSettings & { channel: NoticeChannel };

/** Why a receiver is not taken; each has its sentence below `notices.refused`. */
export type ReceiverRefusal = "taken" | "email" | "webhook" | "private" | "noTopic" | "quiet";
type Refused = { outcome: "refused"; reason: ReceiverRefusal };

/** How the audit trail names one: of a webhook its host alone, since the rest of its address may open it. */
export function receiverName({ channel, address }: { channel: NoticeChannel; address: string }): string {
  return channel === "email" ? address : new URL(address).host;
}

/** Adds somebody to tell. Out: of a webhook the secret it is signed with, which is shown once and stored encrypted. */
export async function addReceiver(engine: NoticeEngine, { actor, receiver: input }: { actor: Actor; receiver: ReceiverInput }): Promise<{ outcome: "added"; id: string; secret: string | null } | Refused> {
  const read = readReceiver(engine, input);
  if (typeof read === "string") return { outcome: "refused", reason: read };
  const { accountId } = actor;
  const id = randomUUID();
  const secret = input.channel === "webhook" ? makeSigningSecret() : null;
  const isAdded = await engine.db.prisma.$transaction(async (tx) => {
    const data = { id, accountId, channel: input.channel, ...read, secret: secret && sealSigningSecret(secret, { id, accountId }, engine.keyRing), createdBy: actor.name };
    const { count } = await tx.noticeReceiver.createMany({ data, skipDuplicates: true });
    if (count > 0) await recordAudit({ prisma: tx }, { ...who(actor), action: "notice-receiver.added", subject: receiverName({ ...input, ...read }) });
    return count > 0;
  });
  return isAdded ? { outcome: "added", id, secret } : { outcome: "refused", reason: "taken" };
}

/** @throws AppError record_not_found */
export async function changeReceiver(engine: NoticeEngine, { actor, id, settings }: { actor: Actor; id: string; settings: ReceiverSettings }): Promise<{ outcome: "changed" } | Refused> {
  const { accountId } = actor;
  return engine.db.prisma.$transaction(async (tx) => {
    const before = await tx.noticeReceiver.findUnique({ where: { id, accountId }, select: { channel: true, address: true, locale: true, topics: true, quietFrom: true, quietTo: true } });
    if (!before) throw notFound();
    const read = readReceiver(engine, { ...settings, channel: before.channel });
    if (typeof read === "string") return { outcome: "refused", reason: read };
    if (read.address !== before.address && (await tx.noticeReceiver.count({ where: { accountId, channel: before.channel, address: read.address } })) > 0) return { outcome: "refused", reason: "taken" };
    await tx.noticeReceiver.update({ where: { id, accountId }, data: read });
    await recordAudit({ prisma: tx }, { ...who(actor), action: "notice-receiver.changed", subject: receiverName({ channel: before.channel, address: read.address }), detail: changesOf({ ...before, channel: before.channel }, { ...read, channel: before.channel }) });
    return { outcome: "changed" };
  });
}

/** Tells it again, or nothing any more. @throws AppError record_not_found */
export async function switchReceiver({ db }: NoticeEngine, { actor, id, isOn }: { actor: Actor; id: string; isOn: boolean }): Promise<void> {
  const { accountId } = actor;
  await db.prisma.$transaction(async (tx) => {
    const found = await tx.noticeReceiver.findUnique({ where: { id, accountId }, select: { channel: true, address: true, isOn: true } });
    if (!found) throw notFound();
    if (found.isOn === isOn) return;
    await tx.noticeReceiver.update({ where: { id, accountId }, data: { isOn } });
    // The end of what it was told is no news any more when it is switched on again.
    if (!isOn) await tx.notice.updateMany({ where: { accountId, receiverId: id, kind: "resolved", state: { in: ["waiting", "failed"] } }, data: { state: "dropped" } });
    await recordAudit({ prisma: tx }, { ...who(actor), action: isOn ? "notice-receiver.switched-on" : "notice-receiver.switched-off", subject: receiverName(found) });
  });
}

/** Removes it with all it was told. @throws AppError record_not_found */
export async function removeReceiver({ db }: NoticeEngine, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  const { accountId } = actor;
  await db.prisma.$transaction(async (tx) => {
    const found = await tx.noticeReceiver.findUnique({ where: { id, accountId }, select: { channel: true, address: true } });
    if (!found) throw notFound();
    await tx.noticeReceiver.delete({ where: { id, accountId } });
    await recordAudit({ prisma: tx }, { ...who(actor), action: "notice-receiver.removed", subject: receiverName(found) });
  });
}

/** Makes the secret of a webhook anew; the old one signs nothing any more. Out: the new one, shown once. @throws AppError record_not_found */
export async function renewSecret({ db, keyRing }: NoticeEngine, { actor, id }: { actor: Actor; id: string }): Promise<{ secret: string }> {
  const { accountId } = actor;
  const secret = makeSigningSecret();
  await db.prisma.$transaction(async (tx) => {
    const found = await tx.noticeReceiver.findUnique({ where: { id, accountId, channel: "webhook" }, select: { channel: true, address: true } });
    if (!found) throw notFound();
    await tx.noticeReceiver.update({ where: { id, accountId }, data: { secret: sealSigningSecret(secret, { id, accountId }, keyRing) } });
    await recordAudit({ prisma: tx }, { ...who(actor), action: "notice-receiver.secret-renewed", subject: receiverName(found) });
  });
  return { secret };
}

type ReceiverColumns = { address: string; locale: string; topics: string[]; quietFrom: number | null; quietTo: number | null };

/** What is stored of it, or why it is refused. What the name of a host leads to is looked at each time it is told something. */
function readReceiver({ policy }: NoticeEngine, { channel, address: text, locale, topics, quiet }: ReceiverInput): ReceiverColumns | ReceiverRefusal {
  const address = readAddress(channel, text);
  if (topics.length === 0) return "noTopic";
  if (quiet !== null && quiet.from === quiet.to) return "quiet";
  if ("refusal" in address) return address.refusal;
  return { address: address.text, locale, topics: [...new Set(topics)], quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null };

  function readAddress(of: NoticeChannel, given: string): { text: string } | { refusal: ReceiverRefusal } {
    switch (of) {
      case "email": {
        const email = z.email().max(254).safeParse(given.trim().toLowerCase());
        return email.success ? { text: email.data } : { refusal: "email" };
      }
      case "webhook": {
        const url = readWebhookAddress(given, policy);
        if (url === null || url.href.length > 2_000) return { refusal: "webhook" };
        return isForbiddenLiteral(url, policy) ? { refusal: "private" } : { text: url.href };
      }
      default:
        return assertNever(of);
    }
  }
}

/** What of it has changed, in the words of the audit trail. */
function changesOf(before: ReceiverColumns & { channel: NoticeChannel }, after: ReceiverColumns & { channel: NoticeChannel }): AuditDetail {
  const written = (columns: ReceiverColumns & { channel: NoticeChannel }) => {
    const quiet = quietHoursOf(columns);
    return { address: receiverName(columns), locale: columns.locale, topics: columns.topics.toSorted().join(", "), quietHours: quiet === null ? "" : `${writeClock(quiet.from)}–${writeClock(quiet.to)}` };
  };
  const [old, now] = [written(before), written(after)];
  const fields = ["address", "locale", "topics", "quietHours"] as const;
  return Object.fromEntries(fields.filter((field) => old[field] !== now[field]).map((field) => [field, { before: old[field], after: now[field] }]));
}

const who = ({ accountId, userId, name }: Actor) => ({ accountId, userId, userName: name });
const notFound = () => new AppError("record_not_found", { kind: "config" });
