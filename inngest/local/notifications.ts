import pg from "pg";
import { logger } from "@/lib/logger";
import { sessionOptions, workChannel } from "./store";

/**
 * Listens on the channel on which new work is announced, reconnecting for ever: the poll stands in meanwhile.
 * @returns stops it
 */
export async function listenForWork(databaseUrl: string, onWork: () => void, retry: number): Promise<() => Promise<void>> {
  let isStopping = false;
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const client = new pg.Client({ connectionString: databaseUrl, options: sessionOptions, keepAlive: true, connectionTimeoutMillis: 10_000 });
    client.on("error", (error) => logger.warn({ err: error }, "job engine: the listening connection was lost"));
    client.on("end", reconnect);
    client.on("notification", onWork);
    current = client;
    await client.connect();
    await client.query(`listen ${workChannel}`);
    onWork();
  };
  const reconnect = () => {
    if (isStopping) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        logger.warn({ err: error }, "job engine: the listening connection is not back yet");
        reconnect();
      });
    }, retry);
  };

  await connect();
  return async () => {
    isStopping = true;
    clearTimeout(timer);
    await current?.end();
  };
}
