import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { documentsRequested } from "@/inngest/events";
import { exportEngine } from "@/lib/export/engine";
import { findDocumentsToRead } from "@/lib/export/read-document-changes";

/** Every minute: finds the connections whose exported documents are to be asked about. */
export const scheduleDocuments = inngest.createFunction({ id: "schedule-documents", triggers: [cron("* * * * *")], retries: 0 }, async ({ step }) => {
  const connectionIds = await step.run("find documents to read", () => findDocumentsToRead(exportEngine()));
  if (connectionIds.length > 0) await step.sendEvent("announce", connectionIds.map((connectionId) => documentsRequested.create({ connectionId })));
});
