import pg from "pg";
import { z } from "zod";
import { eventually } from "./eventually";
import { createClient, startTestApp } from "./test-app";

/** An app in a process of its own, for tests that kill it. What its steps do is written into the table `trace`. */
const { databaseUrl, engineUrl, port } = z.object({ databaseUrl: z.string(), engineUrl: z.string(), port: z.number() }).parse(JSON.parse(process.argv[2] ?? ""));
const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
pool.on("error", () => {});
const trace = async (run: unknown, what: string) => {
  await pool.query("insert into trace (run, what) values ($1, $2)", [String(run), what]);
};

const client = createClient(engineUrl);
const app = await startTestApp(port);
app.serve(client, [
  client.createFunction({ id: "patient", triggers: [{ event: "patient/asked" }], retries: 0 }, async ({ event, step }) => {
    await step.run("first", () => trace(event.data.name, "first"));
    await step.run("slow", async () => {
      await trace(event.data.name, "slow begins");
      await eventually(async () => (await pool.query("select from gate")).rowCount === 1, 120_000);
    });
    await step.sleep("pause", "1s");
    await step.run("last", () => trace(event.data.name, "last"));
    return event.data.name;
  }),
  client.createFunction({ id: "quick", triggers: [{ event: "quick/asked" }], retries: 0 }, async ({ event, step }) => {
    await step.run("one", () => trace(event.data.name, "one"));
    await Promise.all([step.run("two", () => trace(event.data.name, "two")), step.run("three", () => trace(event.data.name, "three"))]);
    return event.data.name;
  }),
]);
process.stdout.write(`${JSON.stringify({ ready: true, url: app.url })}\n`);
