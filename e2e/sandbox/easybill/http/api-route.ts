import { setTimeout as wait } from "node:timers/promises";
import { breakOff } from "../../core/faults/break-off";
import { noFaults } from "../../core/faults/schedule";
import type { Exchange } from "../../core/http/exchange";
import { readBytes } from "../../core/http/read-bytes";
import { noteExchange } from "../../core/journal";
import type { ApiAnswer, ApiCall } from "../api/call";
import { ApiProblem } from "../api/problem";
import { Query } from "../api/query";
import { findRoute, type FoundRoute } from "../api/routes";
import type { Company } from "../data/company";
import type { MetFaults } from "../faults/target";
import type { Sandbox } from "../sandbox";
import { admit } from "./admission";
import { describeContent } from "./fault-target";
import { parseFile, parseJson } from "./incoming";
import { sendAnswer, sendProblem } from "./answer";
import { commitLate } from "./commit-late";

/** A longer request line is refused, in bytes. */
const greatestRequestLine = 4094;

/** The largest request that is taken, in bytes. */
const greatestBody = 25 * 1024 * 1024;

export const basePath = "/rest/v1";

/** What is known of a request by the time it is written into the journal. */
interface Progress {
  found: FoundRoute | undefined;
  company: Company | undefined;
  faults: MetFaults;
  bytes: Buffer;
}

function claimedCompany({ request }: Exchange, { state }: Sandbox): Company | undefined {
  const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return key === undefined ? undefined : state.companyOfKey(key);
}

async function readCall({ request }: Exchange, sandbox: Sandbox, url: URL, company: Company, found: FoundRoute, bytes: Buffer): Promise<ApiCall> {
  const contentType = request.headers["content-type"] ?? "";
  const isForm = contentType.startsWith("multipart/form-data");
  return {
    company,
    ids: found.ids,
    word: found.word,
    query: new Query(url.searchParams, request.headers["x-easybill-escape"] === "true"),
    body: isForm ? undefined : parseJson(bytes, contentType),
    file: isForm ? await parseFile(bytes, contentType) : undefined,
    now: sandbox.clock.now(),
    protocol: sandbox.protocol,
  };
}

async function runCall(exchange: Exchange, sandbox: Sandbox, url: URL, progress: Progress): Promise<void> {
  const { method = "GET" } = exchange.request;
  const requestLine = `${method} ${exchange.request.url ?? ""} HTTP/1.1`;
  if (Buffer.byteLength(requestLine) > greatestRequestLine) throw new ApiProblem(414, "Request-URI Too Large");
  progress.bytes = await readBytes(exchange.request, greatestBody, () => new ApiProblem(413, "Request Entity Too Large"));
  const found = findRoute(method, url.pathname.slice(basePath.length));
  if (found === undefined) throw new ApiProblem(404, "There is no such resource");
  const company = claimedCompany(exchange, sandbox);
  const content = describeContent(url, progress.bytes, exchange.request.headers["content-type"], company, found);
  const faults = sandbox.faults.meet({ of: "request", operation: found.route.operation, company: company?.id, content });
  Object.assign(progress, { found, company, faults });
  if (breakOff(exchange, faults, "beforeCommit")) return;
  const admitted = admit(sandbox, company, found, faults);
  const call = await readCall(exchange, sandbox, url, admitted, found, progress.bytes);
  if (commitLate(exchange, sandbox, found.route.run, call, faults)) return;
  const answer: ApiAnswer = sandbox.perform(found.route.run, { ...call, now: sandbox.clock.now() });
  if (breakOff(exchange, faults, "afterCommit")) return;
  const slow = faults.get("slow");
  if (slow !== undefined) await wait(slow.milliseconds);
  sendAnswer(exchange, answer, faults);
}

/** Requests are kept in the journal up to this many characters. */
const keptBody = 8000;

function writeJournal(exchange: Exchange, sandbox: Sandbox, url: URL, { found, company, faults, bytes }: Progress): void {
  const isText = exchange.request.headers["content-type"]?.startsWith("application/json") === true;
  sandbox.journal.add({
    ...noteExchange(exchange, sandbox.clock, faults),
    operation: found?.route.operation ?? "unknown",
    ...(company === undefined ? {} : { company: company.id }),
    method: exchange.request.method ?? "",
    path: `${url.pathname.slice(basePath.length)}${url.search}`.slice(0, keptBody),
    ...(isText && bytes.length > 0 ? { body: bytes.toString("utf8").slice(0, keptBody) } : {}),
    bytesReceived: bytes.length,
  });
}

/** Answers a request under `/rest/v1`: faults, key, limit, operation, answer, journal. */
export async function handleApi(exchange: Exchange, sandbox: Sandbox, url: URL): Promise<void> {
  const progress: Progress = { found: undefined, company: undefined, faults: noFaults, bytes: Buffer.alloc(0) };
  try {
    await runCall(exchange, sandbox, url, progress);
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    sendProblem(exchange, problem);
  } finally {
    writeJournal(exchange, sandbox, url, progress);
  }
}
