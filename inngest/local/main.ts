/**
 * The local job engine: what Inngest's server does for this app, in one small process on the app's own PostgreSQL.
 *
 * It speaks the HTTP protocol of the Inngest SDK, signed in both directions. The app posts its events to `/e/{key}` and its
 * functions to `/fn/register`, which the engine asks for with `PUT {app}/api/inngest` until the app answers. An event
 * starts a run of every function it triggers, in the transaction that stores it. A run waits for its *calls*
 * (table engine_call): "enter the function and see how far it gets", "execute this step", "sleep until then". A worker
 * claims a call that is due under a lease with a fencing number, posts it to the app together with the outcomes of all
 * earlier steps, and settles the answer in one transaction: the step's outcome is written once, the call goes, and the
 * next one takes its place. So whatever is killed, at whatever moment, the database knows what comes next.
 *
 * - An app that is away costs no attempt: the engine knocks until it is back. A call that breaks off is made again soon.
 * - Several engines may share a database; claims wait for each other, so that concurrency is counted rightly.
 * - Announcements (LISTEN/NOTIFY) wake the worker at once, a slow poll makes up for lost ones.
 * - What the functions of this app do not use is refused when they register, with a sentence that names it.
 */
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { startLocalEngine } from "./engine";

function required(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${name} is missing: the job engine and the app share it.`);
  return value;
}

const { DATABASE_URL, APP_URL, INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = env();
const address = new URL(required("INNGEST_BASE_URL", INNGEST_BASE_URL));
const isLocal = ["localhost", "127.0.0.1"].includes(address.hostname);

const engine = await startLocalEngine({
  databaseUrl: DATABASE_URL,
  appUrl: APP_URL,
  port: Number(address.port || (address.protocol === "https:" ? 443 : 80)),
  host: isLocal ? "127.0.0.1" : "0.0.0.0",
  eventKey: required("INNGEST_EVENT_KEY", INNGEST_EVENT_KEY),
  signingKey: required("INNGEST_SIGNING_KEY", INNGEST_SIGNING_KEY),
});
process.stdout.write(`${JSON.stringify({ ready: true, url: engine.url })}\n`);

const stop = (signal: NodeJS.Signals) => {
  logger.info({ signal }, "job engine: stopping");
  engine.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      logger.error({ err: error }, "job engine: it did not stop cleanly");
      process.exit(1);
    },
  );
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
