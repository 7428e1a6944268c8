import { assertNever } from "@/lib/assert";
import type { Delivery } from "@/lib/notices/delivery";
import type { NoticeEngine } from "@/lib/notices/engine";
import type { Message } from "@/lib/notices/message";

/** Writes down what became of a message. What failed is tried again, a day long since its first try. What was told stays told, whoever else tried. */
export async function settleMessage({ db, timing }: Pick<NoticeEngine, "db" | "timing">, { id, receiver: { accountId }, issues }: Message, delivery: Delivery): Promise<void> {
  const now = timing.now();
  const ids = issues.map(({ noticeId }) => noticeId);
  switch (delivery.outcome) {
    case "sent":
      await db.pool.query("UPDATE notice SET state = 'sent', sent_at = $4, problem = NULL, answer = $5 WHERE account_id = $1 AND id = ANY ($2::uuid[]) AND message_id = $3 AND state <> 'sent'", [accountId, ids, id, now, delivery.answer]);
      return;
    case "failed":
      await db.pool.query(
        `UPDATE notice SET state = CASE WHEN first_tried_at <= $4 THEN 'given_up' ELSE 'failed' END::notice_state, problem = $5, answer = $6,
           next_try_at = $7::timestamptz + make_interval(secs => ($8::float8[])[least(tries, cardinality($8::float8[]))])
         WHERE account_id = $1 AND id = ANY ($2::uuid[]) AND message_id = $3 AND state IN ('waiting', 'failed')`,
        [accountId, ids, id, new Date(now.getTime() - timing.noticeGiveUpAfter), delivery.problem, delivery.answer, now, timing.noticeRetryDelays.map((delay) => delay / 1000)],
      );
      return;
    default:
      assertNever(delivery);
  }
}
