import http from "node:http";
import type pg from "pg";
import { z } from "zod";
import { logger } from "@/lib/logger";
import { acceptEvents, routeLateEvents, sentEvents } from "./events";
import { replaceFunctions } from "./functions";
import { readRegistration, RegistrationRefused } from "./registration";
import { isSameSecret, registrationBearer } from "./signature";
import { inTransaction } from "./store";
import type { EngineTiming } from "./timing";

type ServerContext = { pool: pg.Pool; eventKey: string; signingKey: string; timing: EngineTiming; isAppThere: () => boolean };
type Answer = { status: number; body: Record<string, unknown> };

/** The largest body that is read, in bytes. */
const largestBody = 4 * 1024 * 1024;

class RequestRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The engine's side of the SDK's protocol: events come in at `/e/{key}`, registrations at `/fn/register`. */
export function createEngineServer(context: ServerContext): http.Server {
  return http.createServer((request, response) => {
    answer(request, context)
      .catch((error: unknown): Answer => {
        if (error instanceof RequestRefused) return { status: error.status, body: { status: error.status, error: error.message } };
        logger.error({ err: error, path: request.url?.replace(/^\/e\/.*/, "/e/…") }, "job engine: a request failed");
        return { status: 500, body: { status: 500, error: "The job engine failed; its log says why." } };
      })
      .then(({ status, body }) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
      })
      .catch((error: unknown) => logger.error({ err: error }, "job engine: an answer could not be sent"));
  });
}

async function answer(request: http.IncomingMessage, context: ServerContext): Promise<Answer> {
  const { pathname } = new URL(request.url ?? "/", "http://engine");
  if (request.method === "GET" && pathname === "/health") return readHealth(context);
  if (request.method === "POST" && pathname === "/fn/register") return register(request, context);
  const [, eventKey] = /^\/e\/([^/]+)$/.exec(pathname) ?? [];
  if (request.method === "POST" && eventKey !== undefined) return receiveEvents(request, decodeURIComponent(eventKey), context);
  throw new RequestRefused(404, "There is nothing at this address.");
}

async function readHealth({ pool, isAppThere }: ServerContext): Promise<Answer> {
  const { rows } = await pool.query<{ functions: number }>("select count(*)::int as functions from engine_function where is_active");
  return { status: 200, body: { ok: true, app: isAppThere() ? "there" : "away", functions: rows[0]?.functions ?? 0 } };
}

async function receiveEvents(request: http.IncomingMessage, eventKey: string, { pool, timing, ...context }: ServerContext): Promise<Answer> {
  if (!isSameSecret(eventKey, context.eventKey)) throw new RequestRefused(401, "This event key is not ours.");
  const events = sentEvents.safeParse(await readJson(request));
  if (!events.success) throw new RequestRefused(400, `The event cannot be read: ${z.prettifyError(events.error)}`);
  const seed = request.headers["x-inngest-event-id-seed"];
  const ids = await inTransaction(pool, (transaction) => acceptEvents(transaction, events.data, typeof seed === "string" ? seed : undefined, timing));
  return { status: 200, body: { ids, status: 200 } };
}

async function register(request: http.IncomingMessage, { pool, signingKey, timing }: ServerContext): Promise<Answer> {
  if (!isSameSecret(request.headers.authorization ?? "", registrationBearer(signingKey))) throw new RequestRefused(401, "The app's INNGEST_SIGNING_KEY differs from the engine's.");
  try {
    const functions = readRegistration(await readJson(request));
    const isModified = await inTransaction(pool, async (transaction) => {
      const hasChanged = await replaceFunctions(transaction, functions);
      if (hasChanged) await routeLateEvents(transaction, timing);
      return hasChanged;
    });
    if (isModified) logger.info({ functions: functions.map(({ id }) => id) }, "job engine: functions registered");
    return { status: 200, body: { status: 200, modified: isModified } };
  } catch (error) {
    if (error instanceof RegistrationRefused) throw new RequestRefused(400, error.message);
    throw error;
  }
}

async function readJson(request: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > largestBody) throw new RequestRefused(413, `The body is larger than ${largestBody} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new RequestRefused(400, "The body is not JSON.");
  }
}
