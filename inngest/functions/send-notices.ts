import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { noticeEngine } from "@/lib/notices/engine";
import { makeNotices } from "@/lib/notices/make-notices";
import { sendNotices } from "@/lib/notices/send-notices";

/** Every minute: finds what is to be told of issues, and tells it. */
export const sendNoticesEveryMinute = inngest.createFunction({ id: "send-notices", triggers: [cron("* * * * *")], concurrency: { limit: 1 }, retries: 0 }, async ({ step }) => {
  await step.run("compare", () => makeNotices(noticeEngine()));
  let tried: string[] | null = [];
  for (let batch = 1; tried !== null; batch += 1) {
    const before: string[] = tried;
    tried = await step.run(`batch ${batch}`, () => sendNotices(noticeEngine(), before));
  }
});
