import { Inngest } from "inngest";

/**
 * The application as the job engine knows it. Address and keys of the engine come from INNGEST_BASE_URL,
 * INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY, which the SDK reads itself; `isDev: false` makes it check every call's
 * signature, and without checkpoints every engine enters a function in the same way.
 */
export const inngest = new Inngest({ id: "outsmart-integrations", isDev: false, checkpointing: false });
