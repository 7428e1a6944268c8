import { z } from "zod";
import { startLocalEngine } from "@/inngest/local/engine";
import { fastTiming } from "./fast-timing";
import { eventKey, signingKey } from "./keys";

/** An engine in a process of its own, for tests that kill it. */
const { databaseUrl, appUrl, port } = z.object({ databaseUrl: z.string(), appUrl: z.string(), port: z.number() }).parse(JSON.parse(process.argv[2] ?? ""));
const engine = await startLocalEngine({ databaseUrl, appUrl, port, eventKey, signingKey, timing: fastTiming });
process.stdout.write(`${JSON.stringify({ ready: true, url: engine.url })}\n`);
process.once("SIGTERM", () => {
  engine.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
