import { Webhook as Signer } from "standardwebhooks";
import { issueRemedy } from "@/lib/issues/issue-remedy";
import type { Message, MessageIssue, MessageReceiver } from "@/lib/notices/message";
import { noticeTexts } from "@/lib/notices/notice-texts";
import { topicOfCause } from "@/lib/notices/topics";
import type { Webhook } from "@/lib/notices/webhook/post-webhook";

type Surroundings = { appUrl: string; vendorName: (vendor: string) => string; /** In the clear. */ secret: string; now: Date };

/** What a webhook is told of an issue, in the words of its page; signed as Standard Webhooks describes. The id is the same for every try. */
export function writeWebhook({ id, kind, receiver }: Message, one: MessageIssue, { appUrl, vendorName, secret, now }: Surroundings): Webhook {
  const { issue } = one;
  const said = noticeTexts(receiver.locale, receiver.timeZone).issue(issue, vendorName(issue.vendor));
  const body = {
    type: `issue.${kind}`,
    timestamp: one.at.toISOString(),
    data: {
      account: { name: receiver.accountName },
      issue: {
        id: issue.id,
        integration: { id: issue.vendor, name: vendorName(issue.vendor) },
        topic: topicOfCause[issue.cause],
        cause: issue.cause,
        subject: issue.subject,
        severity: issue.severity,
        title: said.title,
        broke: said.broke,
        next: said.next,
        since: issue.firstAt,
        resolvedAt: issue.resolvedAt,
        records: issue.recordCount,
        url: new URL(`/issues/${issue.id}`, appUrl).href,
        remedyUrl: new URL(issueRemedy(issue).href, appUrl).href,
      },
    },
  };
  return sign(id, receiver, body, { secret, now });
}

/** What is behind the test button. */
export function writeTestWebhook(id: string, receiver: MessageReceiver, { appUrl, secret, now }: Omit<Surroundings, "vendorName">): Webhook {
  const text = noticeTexts(receiver.locale, receiver.timeZone).message("testLead", { account: receiver.accountName });
  return sign(id, receiver, { type: "test", timestamp: now.toISOString(), data: { account: { name: receiver.accountName }, text, url: new URL("/settings/notices", appUrl).href } }, { secret, now });
}

function sign(messageId: string, { address }: MessageReceiver, content: unknown, { secret, now }: Pick<Surroundings, "secret" | "now">): Webhook {
  const id = `msg_${messageId}`;
  const body = JSON.stringify(content);
  const headers = { "webhook-id": id, "webhook-timestamp": String(Math.floor(now.getTime() / 1000)), "webhook-signature": new Signer(secret).sign(id, now, body) };
  return { address, headers, body };
}
