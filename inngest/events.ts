import { eventType } from "inngest";
import { z } from "zod";

/** Events carry ids, never credentials or personal data. */

/** A sync of a connection waits in the database. */
export const syncRequested = eventType("sync/requested", { schema: z.object({ connectionId: z.string() }) });

/** A person cancelled a run; the database says so too. */
export const syncCancelled = eventType("sync/cancelled", { schema: z.object({ runId: z.string(), connectionId: z.string() }) });

/** It is time to ask how the exported documents of a connection stand. */
export const documentsRequested = eventType("documents/requested", { schema: z.object({ connectionId: z.string() }) });

/** Work orders of a connection wait to go out. */
export const exportRequested = eventType("export/requested", { schema: z.object({ connectionId: z.string() }) });

/** A vendor has told of something; what it is about waits in the database. */
export const webhookReceived = eventType("webhook/received", { schema: z.object({ connectionId: z.string() }) });

/** Something is to be done about a connection's webhook at its vendor. */
export const webhookUnsettled = eventType("webhook/unsettled", { schema: z.object({ connectionId: z.string() }) });
