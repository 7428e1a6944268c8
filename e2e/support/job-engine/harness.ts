import type { Inngest, InngestFunction } from "inngest";
import pg from "pg";
import { createTestDatabase } from "@/e2e/support/database";
import { type LocalEngine, startLocalEngine } from "@/inngest/local/engine";
import type { EngineTiming } from "@/inngest/local/timing";
import { fastTiming } from "./fast-timing";
import { eventKey, signingKey } from "./keys";
import { createClient, startTestApp, type TestApp } from "./test-app";
import { eventually } from "./eventually";

type StoredRun = { id: string; function: string; state: string; result: unknown; error: { name: string; message: string } | null };

export type Harness = {
  app: TestApp;
  client: Inngest;
  engine: LocalEngine;
  pool: pg.Pool;
  databaseUrl: string;
  /** The runs of a function, oldest first. */
  runsOf: (functionId: string) => Promise<StoredRun[]>;
  /** Waits until so many runs of a function have ended, and gives them all. */
  endedRunsOf: (functionId: string, count?: number) => Promise<StoredRun[]>;
  stop: () => Promise<void>;
};

/** A database, an app with functions of the real SDK, and an engine between them; resolves once the functions are registered. */
export async function startHarness(createFunctions: (client: Inngest) => InngestFunction.Any[], timing: Partial<EngineTiming> = {}): Promise<Harness> {
  const database = await createTestDatabase();
  const app = await startTestApp();
  const engine = await startLocalEngine({ databaseUrl: database.url, appUrl: app.url, port: 0, eventKey, signingKey, timing: { ...fastTiming, ...timing } });
  const client = createClient(engine.url);
  app.serve(client, createFunctions(client));
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on("error", () => {});
  await eventually(async () => {
    const { rows } = await pool.query("select from engine_function where is_active");
    return rows.length > 0;
  });

  const runsOf = async (functionId: string) => {
    const { rows } = await pool.query<StoredRun>('select id, function_id as "function", state, result, error from engine_run where function_id = $1 order by position', [`test-${functionId}`]);
    return rows;
  };
  return {
    app,
    client,
    engine,
    pool,
    databaseUrl: database.url,
    runsOf,
    endedRunsOf: (functionId, count = 1) =>
      eventually(async () => {
        const runs = await runsOf(functionId);
        return runs.filter((run) => run.state !== "live").length >= count ? runs : undefined;
      }),
    stop: async () => {
      await engine.stop();
      await app.stop();
      await pool.end();
      await database.drop();
    },
  };
}
