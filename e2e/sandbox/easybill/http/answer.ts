import { z } from "zod";
import type { Exchange } from "../../core/http/exchange";
import type { ApiAnswer } from "../api/call";
import type { ApiProblem } from "../api/problem";
import type { MetFaults } from "../faults/target";
import { TooManyRequests } from "./admission";

const jsonType = "application/json; charset=utf-8";

const nonsensePage = "<!DOCTYPE html><html><head><title>Wartung</title></head><body><h1>Wir sind gleich zurück</h1><p>Es wird gearbeitet.</body></html>";

const listSchema = z.looseObject({ items: z.array(z.unknown()), page: z.number(), limit: z.number() });

/** The body after the faults that spoil lists. */
function spoilList(body: unknown, faults: MetFaults): unknown {
  if (!faults.has("emptyList") && !faults.has("shortList")) return body;
  const list = listSchema.safeParse(body);
  if (!list.success) return body;
  if (faults.has("emptyList")) return { ...list.data, pages: 0, total: 0, items: [] };
  return { ...list.data, items: list.data.items.slice(0, Math.floor(list.data.items.length / 2)) };
}

/** Sends what an operation answers, or what faults make of it. */
export function sendAnswer(exchange: Exchange, answer: ApiAnswer, faults: MetFaults): void {
  if (faults.has("nonsense")) return exchange.send(200, "text/html; charset=utf-8", nonsensePage);
  if (answer.body === undefined) return exchange.sendNothing(answer.status);
  const text = JSON.stringify(spoilList(answer.body, faults));
  const doubled = faults.get("doubledAnswer");
  if (faults.has("brokenJson")) exchange.send(answer.status, jsonType, text.slice(0, text.length >> 1));
  else if (doubled?.how === "response") exchange.sendTwice(jsonType, text, answer.status);
  else exchange.send(answer.status, jsonType, doubled === undefined ? text : text.repeat(2));
}

/** Sends a refusal as the vendor writes it. */
export function sendProblem(exchange: Exchange, problem: ApiProblem): void {
  const retryAfter = problem instanceof TooManyRequests ? problem.retryAfterSeconds : undefined;
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  exchange.send(problem.status, jsonType, JSON.stringify({ code: problem.status, message: problem.message, arguments: [] }), headers);
}
