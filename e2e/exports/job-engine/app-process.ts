import { once } from "node:events";
import http from "node:http";
import { serve } from "inngest/node";
import { z } from "zod";
import { circumstancesSchema, makeLaneEngine } from "@/e2e/exports/cash/lane-engine";
import { createClient } from "@/e2e/support/job-engine/test-app";
import { makeChance } from "@/e2e/support/proof/chance";
import { makeRunExports } from "@/inngest/functions/run-exports";
import { makeScheduleExports } from "@/inngest/functions/schedule-exports";
import { openDatabase } from "@/lib/db";
import type { ExportEngine } from "@/lib/export/engine";
import { appOptionsSchema } from "./app-options";

/** The application as far as exports go, in a process of its own. Every third call of the job engine breaks off while its work goes on. */
const { databaseUrl, engineUrl, port, seed, lastSend, lanes } = appOptionsSchema.parse(JSON.parse(process.argv[2] ?? ""));
const db = openDatabase(databaseUrl, { connections: 10, patience: 180_000 });
const circumstances = new Map(lanes.map((lane) => [lane.connectionId, lane]));
const engines = new Map([...circumstances.keys()].map((connectionId) => [connectionId, mortal(makeLaneEngine(db, () => find(circumstances, connectionId)).engine)]));

let sends = 0;
/** Only once whoever started it watches it. */
let isWatched = false;

/** Dies where it matters most: with an order booked that nobody here knows of. */
function mortal(engine: ExportEngine): ExportEngine {
  return {
    ...engine,
    findConnector: (id) => {
      const connector = engine.findConnector(id);
      const exporter = connector?.exporter;
      if (!connector || !exporter) return connector;
      const send: typeof exporter.send = async (context, prepared) => {
        const outcome = await exporter.send(context, prepared);
        if (isWatched) sends += 1;
        if (sends === lastSend) process.kill(process.pid, "SIGKILL");
        return outcome;
      };
      return { ...connector, exporter: { ...exporter, send } };
    },
  };
}

function find<Value>(values: ReadonlyMap<string, Value>, connectionId: string): Value {
  const value = values.get(connectionId);
  if (value === undefined) throw new Error(`There is no lane of ${connectionId}`);
  return value;
}

/** The schedule knows one clock: that of the lane that is furthest. */
function findFurthest(): ExportEngine {
  const [furthest] = [...circumstances.values()].toSorted((one, other) => other.ahead - one.ahead);
  return find(engines, furthest?.connectionId ?? "");
}

const client = createClient(engineUrl);
const answer = serve({ client, functions: [makeRunExports(client, (connectionId) => find(engines, connectionId), 0), makeScheduleExports(client, findFurthest, { event: "schedule/asked" })] });
const chance = makeChance(seed);
const server = http.createServer((request, response) => {
  if (request.method === "POST" && chance.between(0, 1) < 0.33) setTimeout(() => request.socket.destroy(), chance.between(5, 200));
  answer(request, response);
});
process.on("message", (message) => {
  isWatched = true;
  for (const lane of z.array(circumstancesSchema).parse(message)) circumstances.set(lane.connectionId, lane);
  process.send?.("noted");
});
server.listen(port, "127.0.0.1");
await once(server, "listening");
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
