import { setTimeout as wait } from "node:timers/promises";
import { breakOff } from "../../core/faults/break-off";
import { noFaults } from "../../core/faults/schedule";
import type { Exchange } from "../../core/http/exchange";
import { noteExchange } from "../../core/journal";
import type { FaultTarget, MetFaults } from "../faults/target";
import { rateWindowLength } from "../protocol";
import type { Sandbox } from "../sandbox";
import { writeAnswer, writeFault, type CashAnswer } from "../soap/answer";
import { readCall, type CashCall } from "../soap/call";
import { SoapProblem } from "../soap/problem";
import { signaturesOf, type WsdlVersion } from "../soap/signatures";
import { readBody } from "./body";
import { describeSubject, describeTarget } from "./fault-target";

const xmlType = "text/xml; charset=utf-8";

const nonsensePage =
  "<!DOCTYPE html><html><head><title>Onderhoud</title></head><body><h1>Wij zijn zo terug</h1><p>Er wordt onderhoud gepleegd.</body></html>";

/** What is known of a request by the time it is written into the journal. */
interface Progress {
  call: CashCall | undefined;
  target: FaultTarget | undefined;
  faults: MetFaults;
  answer: CashAnswer | undefined;
  bytesReceived: number;
}

/** Counts the request against the limit; true when it was turned away. */
function turnAway(exchange: Exchange, sandbox: Sandbox, call: CashCall, faults: MetFaults): boolean {
  const { protocol, rateWindow, sessions, clock } = sandbox;
  const verdict = faults.has("rateLimited")
    ? ({ ok: false, secondsToWait: 10 } as const)
    : rateWindow.take(sessions.claimedUser(call.access), protocol.requestsPerMinute, rateWindowLength, clock.now());
  if (verdict.ok) return false;
  const text = `Too many requests: at most ${protocol.requestsPerMinute} per minute`;
  if (protocol.rateLimitAnswer === "fault") exchange.send(500, xmlType, writeFault("Client", text));
  else exchange.send(429, xmlType, writeFault("Client", text), { "Retry-After": String(verdict.secondsToWait) });
  return true;
}

async function sendAnswer(exchange: Exchange, sandbox: Sandbox, version: WsdlVersion, call: CashCall, answer: CashAnswer, faults: MetFaults): Promise<void> {
  const slow = faults.get("slow");
  if (slow !== undefined && slow.headersMs > 0) await wait(slow.headersMs);
  if (faults.has("nonsense")) return exchange.send(200, "text/html; charset=utf-8", nonsensePage);
  const name = signaturesOf(version, true).find(({ operation }) => operation === call.operation)?.name ?? call.operation;
  const write = () => writeAnswer(version, name, answer, sandbox.protocol.resultEncoding);
  const doubled = faults.get("doubledAnswer");
  if (doubled?.how === "response") return exchange.sendTwice(xmlType, [...write()].join(""));
  const chunks = doubled === undefined ? write() : [[...write()].join("").repeat(2)];
  if (faults.has("brokenXml")) return exchange.send(200, xmlType, `${[...chunks].join("").replace("</response>", "</respons>")}`);
  await exchange.stream(xmlType, chunks, slow?.chunkMs ?? 0);
  if (answer.isCutShort === true && faults.get("halfTable")?.variant === "reset") exchange.reset();
  else exchange.response.end();
}

async function runCall(exchange: Exchange, sandbox: Sandbox, version: WsdlVersion, progress: Progress): Promise<void> {
  const text = await readBody(exchange.request);
  progress.bytesReceived = Buffer.byteLength(text);
  const call = readCall(version, sandbox.protocol.offersEverythingIn3, text);
  const target = describeTarget(call);
  const faults = sandbox.faults.meet(target);
  Object.assign(progress, { call, target, faults });
  if (breakOff(exchange, faults, "beforeCommit") || turnAway(exchange, sandbox, call, faults)) return;
  progress.answer = sandbox.service.answer(call, faults);
  if (breakOff(exchange, faults, "afterCommit")) return;
  await sendAnswer(exchange, sandbox, version, call, progress.answer, faults);
}

/** Imports are kept in the journal up to this many characters. */
const keptXml = 4000;

function writeJournal(exchange: Exchange, sandbox: Sandbox, { call, target, faults, answer, bytesReceived }: Progress): void {
  sandbox.journal.add({
    ...noteExchange(exchange, sandbox.clock, faults),
    operation: call?.operation ?? "unreadable",
    user: call === undefined ? "" : sandbox.sessions.claimedUser(call.access),
    administration: target?.administration ?? "",
    subject: call === undefined || target === undefined ? "" : describeSubject(call, target),
    bytesReceived,
    ...(answer === undefined ? {} : { code: answer.response.code }),
    ...(call?.operation === "Import" ? { xml: call.xml.slice(0, keptXml) } : {}),
  });
}

/** Answers a SOAP call: body, faults, limit, service, answer, journal. */
export async function handleSoap(exchange: Exchange, sandbox: Sandbox, version: WsdlVersion): Promise<void> {
  const progress: Progress = { call: undefined, target: undefined, faults: noFaults, answer: undefined, bytesReceived: 0 };
  try {
    await runCall(exchange, sandbox, version, progress);
  } catch (problem) {
    if (!(problem instanceof SoapProblem)) throw problem;
    exchange.send(problem.status, xmlType, writeFault(problem.faultCode, problem.message), { Connection: "close" });
  } finally {
    writeJournal(exchange, sandbox, progress);
  }
}
