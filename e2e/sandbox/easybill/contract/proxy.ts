import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createInstance, getHttpOperationsFromSpec, type IHttpRequest, type IHttpResponse } from "@stoplight/prism-http";
import { pino } from "pino";
import { z } from "zod";

/** Where a request or an answer differs from the description. */
interface Violation {
  /** `POST /documents → 201`. */
  readonly exchange: string;
  readonly side: "request" | "answer";
  /** `body.items.0.unit must be string`. */
  readonly message: string;
}

export interface ContractProxy {
  /** Stands before the API: what is sent here is checked, passed on, and its answer checked. */
  readonly apiUrl: string;
  /** Everything that differed, in its order. */
  violations(): readonly Violation[];
  /** How many exchanges were checked, per method and path of the description. */
  checked(): Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

/** An answer as it came, to be passed on as it is. */
interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

const logger = pino({ level: "silent" });

const methodSchema = z.enum(["get", "post", "put", "delete"]);

function parseBody(bytes: Buffer, contentType: string): unknown {
  if (bytes.length === 0) return undefined;
  if (contentType.startsWith("application/json")) return JSON.parse(bytes.toString("utf8"));
  return bytes.toString(contentType.startsWith("multipart/") ? "latin1" : "utf8");
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function readHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]])));
}

function readQuery(parameters: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** Headers that belong to one connection only. */
const connectionHeaders = new Set(["host", "connection", "content-length", "transfer-encoding", "keep-alive", "content-encoding"]);

function passedOn(headers: Iterable<[string, string]>): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !connectionHeaders.has(name.toLowerCase())));
}

/**
 * Starts Prism's validating proxy before an API. Prism checks each request and each answer; the bytes go through unchanged, a
 * PDF included. Answers of 400 and more are not described beyond their status and are passed on unchecked.
 * @param upstream the address of the API, without a slash at the end.
 */
export async function startContractProxy(description: object, upstream: string): Promise<ContractProxy> {
  const operations = await getHttpOperationsFromSpec(description);
  const base = new URL(upstream);
  const violations: Violation[] = [];
  const checked = new Map<string, number>();

  async function pass(request: IncomingMessage, bytes: Buffer, path: string, signal: AbortSignal): Promise<RawAnswer> {
    const headers = passedOn(Object.entries(readHeaders(request)));
    const hasBody = bytes.length > 0;
    const answer = await fetch(`${upstream}${path}`, { method: request.method ?? "GET", headers, redirect: "manual", signal, ...(hasBody ? { body: new Uint8Array(bytes) } : {}) });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const bytes = await readBytes(request);
    const method = methodSchema.parse((request.method ?? "").toLowerCase());
    const path = (request.url ?? "").slice(base.pathname.length);
    const { pathname, searchParams } = new URL(path, "http://contract");
    const headers = readHeaders(request);
    const input: IHttpRequest = { method, url: { path: pathname, query: readQuery(searchParams) }, headers, body: parseBody(bytes, headers["content-type"] ?? "") };
    let raw: RawAnswer | undefined;
    const forward = () => () => async () => {
      raw = await pass(request, bytes, path, gone.signal);
      const contentType = raw.headers.get("content-type") ?? "";
      const output: IHttpResponse = { statusCode: raw.status, headers: Object.fromEntries(raw.headers), body: parseBody(raw.bytes, contentType) };
      return { _tag: "Right" as const, right: output };
    };
    const config = { isProxy: true as const, upstream: base, upstreamProxy: undefined, checkSecurity: true, validateRequest: true, validateResponse: true, errors: false, mock: { dynamic: false } };
    const result = await createInstance(config, { logger, forward }).request(input, operations)();
    // A fault of the stand-in (a broken connection, half an answer) or an unknown path: the client gets the break, or the answer as it is.
    if (raw === undefined) {
      violations.push({ exchange: `${method.toUpperCase()} ${pathname}`, side: "request", message: result._tag === "Left" ? result.left.message : "not passed on" });
      response.destroy();
      return;
    }
    const answer = raw;
    const exchange = `${method.toUpperCase()} ${pathname} → ${answer.status}`;
    const add = (side: Violation["side"], found: readonly { path?: readonly (string | number)[]; message: string }[]) =>
      violations.push(...found.map(({ path: place = [], message }) => ({ exchange, side, message: `${place.join(".")} ${message}`.trim() })));
    if (result._tag === "Right") {
      add("request", result.right.validations.input);
      if (answer.status < 400) add("answer", result.right.validations.output);
    } else {
      violations.push({ exchange, side: "answer", message: result.left.message });
    }
    const name = `${method.toUpperCase()} ${pathname.replaceAll(/\/\d+/g, "/{id}")}`;
    checked.set(name, (checked.get(name) ?? 0) + 1);
    response.writeHead(answer.status, passedOn(answer.headers));
    response.end(answer.bytes);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    apiUrl: `http://127.0.0.1:${port}${base.pathname}`,
    violations: () => violations,
    checked: () => Object.fromEntries(checked),
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
