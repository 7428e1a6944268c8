import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record-audit";
import { AppError } from "@/lib/errors";
import { fallbackLocale, isLocale } from "@/lib/i18n/locales";
import { deliverTest } from "@/lib/notices/deliver";
import type { Delivery } from "@/lib/notices/delivery";
import type { NoticeEngine } from "@/lib/notices/engine";
import { receiverName } from "@/lib/notices/receivers";
import type { Actor } from "@/lib/users/actor";

/** Sends a receiver a test now, also one that is switched off or in its quiet hours. Out: what became of it. @throws AppError record_not_found */
export async function testReceiver(engine: NoticeEngine, { actor, id }: { actor: Actor; id: string }): Promise<Delivery> {
  const { accountId } = actor;
  const found = await engine.db.prisma.noticeReceiver.findUnique({ where: { id, accountId }, select: { channel: true, address: true, locale: true, secret: true, account: { select: { name: true, timeZone: true } } } });
  if (!found) throw new AppError("record_not_found", { kind: "config" });
  const { account, locale, ...receiver } = found;
  await recordAudit(engine.db, { accountId, userId: actor.userId, userName: actor.name, action: "notice-receiver.tested", subject: receiverName(receiver) });
  return deliverTest(engine, randomUUID(), { ...receiver, id, accountId, accountName: account.name, timeZone: account.timeZone, locale: isLocale(locale) ? locale : fallbackLocale });
}
