import { once } from "node:events";
import { watchApp } from "./app-presence";
import { createEngineServer } from "./http-server";
import { listenForWork } from "./notifications";
import { startPruning } from "./prune";
import { checkSigningKey } from "./signature";
import { openPool } from "./store";
import { type EngineTiming, productionEngineTiming } from "./timing";
import { startWorker } from "./worker";

export type EngineOptions = {
  databaseUrl: string;
  /** Where the app is reached; the engine calls `/api/inngest` below it. */
  appUrl: string;
  /** With 0, a free one is chosen. */
  port: number;
  /** Interface to listen on. */
  host?: string;
  eventKey: string;
  signingKey: string;
  timing?: EngineTiming;
};

export type LocalEngine = { url: string; stop: () => Promise<void> };

/**
 * Starts a job engine on a migrated database. Several may run on one database: they share the work.
 * @throws Error when the port is taken, the database does not answer or the signing key is malformed
 */
export async function startLocalEngine({ databaseUrl, appUrl, port, host = "127.0.0.1", eventKey, signingKey, timing = productionEngineTiming }: EngineOptions): Promise<LocalEngine> {
  checkSigningKey(signingKey);
  const endpoint = new URL("/api/inngest", appUrl);
  const pool = openPool(databaseUrl);
  let wake = () => {};
  let isAppThere = () => false;
  const server = createEngineServer({ pool, eventKey, signingKey, timing, isAppThere: () => isAppThere() });
  let stopListening: () => Promise<void>;
  try {
    server.listen(port, host);
    await once(server, "listening");
    stopListening = await listenForWork(databaseUrl, () => wake(), timing.databaseRetry);
  } catch (error) {
    server.close();
    await pool.end();
    throw error;
  }
  const presence = watchApp({ endpoint, signingKey, timing, onArrival: () => wake() });
  isAppThere = presence.isThere;
  const worker = startWorker({ pool, endpoint, signingKey, timing, presence });
  wake = worker.wake;
  const stopPruning = startPruning(pool, timing);

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The job engine listens on no port.");
  return {
    url: `http://${host === "0.0.0.0" ? "localhost" : host}:${address.port}`,
    stop: async () => {
      stopPruning();
      await presence.stop();
      await worker.stop();
      await stopListening();
      server.close();
      server.closeAllConnections();
      await pool.end();
    },
  };
}
