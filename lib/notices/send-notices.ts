import { claimMessage, findDueReceivers } from "@/lib/notices/claim-message";
import { deliverMessage } from "@/lib/notices/deliver";
import type { NoticeEngine } from "@/lib/notices/engine";
import type { MessageReceiver } from "@/lib/notices/message";
import { settleMessage } from "@/lib/notices/settle-message";

/** So many receivers are told at once, and so many of them in one step of the job, which none that does not answer may hold up for long. */
const AT_ONCE = 10;

/** So many messages a receiver gets in one turn; one that takes none of them loses it with the first. */
const IN_ONE_TURN = 20;

/**
 * Tells some receivers what is to be told now. In: those that have had their turn. Out: the same and those of this batch; null: there were none left.
 * A process that dies between sending and noting it sends again, with the same message.
 */
export async function sendNotices(engine: NoticeEngine, tried: readonly string[]): Promise<string[] | null> {
  const batch = (await findDueReceivers(engine, tried)).slice(0, AT_ONCE);
  if (batch.length === 0) return null;
  await Promise.all(batch.map((receiver) => tell(engine, receiver)));
  return [...tried, ...batch.map(({ id }) => id)];
}

async function tell(engine: NoticeEngine, receiver: MessageReceiver): Promise<void> {
  for (let turn = 0; turn < IN_ONE_TURN; turn += 1) {
    const message = await claimMessage(engine, receiver);
    if (message === null) return;
    const delivery = await deliverMessage(engine, message);
    await settleMessage(engine, message, delivery);
    if (delivery.outcome === "failed") return;
  }
}
