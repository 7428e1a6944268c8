import { inngest } from "@/inngest/client";
import { documentsRequested } from "@/inngest/events";
import { exportEngine } from "@/lib/export/engine";
import { readDocumentChanges } from "@/lib/export/read-document-changes";

/** Asks how the exported documents of a connection stand at its vendor: paid, cancelled … */
export const readDocuments = inngest.createFunction(
  { id: "read-documents", triggers: [documentsRequested], concurrency: { key: "event.data.connectionId", limit: 1 }, retries: 1 },
  async ({ event, step }) => {
    await step.run("read", () => readDocumentChanges(exportEngine(), event.data.connectionId));
  },
);
