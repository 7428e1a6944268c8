import { z } from "zod";
import { tableDefinitions, tableNumbers } from "../data/definitions";
import { describeData } from "../generator/describe";
import { readBody } from "../http/body";
import type { Exchange } from "../../http/exchange";
import type { Sandbox } from "../sandbox";
import { SoapProblem } from "../soap/problem";
import { changeRecords } from "./change-records";
import { listRecords } from "./list-records";
import { ControlProblem } from "../../control/problem";
import { clockRequestSchema, controlRequestSchema, recordsRequestSchema, type ClockRequest } from "./schema";
import { describeStatus } from "./status";

const listQuerySchema = z.object({
  administration: z.string().default("01"),
  table: z.enum(tableNumbers),
  search: z.string().default(""),
  key: z.string().optional(),
  order: z.enum(["table", "latest"]).default("table"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(50),
});

const requestsQuerySchema = z.object({ after: z.coerce.number().int().min(0).default(0), operation: z.string().optional() });

function check<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ControlProblem(result.error.issues.map((issue) => `${issue.path.join(".") || "request"}: ${issue.message}`).join("; "));
}

/** Only JSON is taken: a page of another site cannot send it here without being asked first. */
async function readJson<Output>({ request }: Exchange, schema: z.ZodType<Output>): Promise<Output> {
  if (request.headers["content-type"]?.startsWith("application/json") !== true) {
    throw new ControlProblem("Send JSON with the content type application/json.", 415);
  }
  const text = await readBody(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ControlProblem("The request is not JSON.");
  }
  return check(schema, value);
}

function applySwitches(sandbox: Sandbox, { reset, faults, addFaults, protocol }: z.infer<typeof controlRequestSchema>): void {
  if (reset !== undefined) sandbox.reset(reset === "data" ? "data" : "switches");
  if (faults !== undefined) sandbox.faults.replace(faults);
  if (addFaults !== undefined) sandbox.faults.add(addFaults);
  if (protocol !== undefined) sandbox.changeProtocol(protocol);
}

function toMilliseconds({ milliseconds = 0, seconds = 0, minutes = 0, hours = 0, days = 0 }: ClockRequest): number {
  return milliseconds + seconds * 1000 + minutes * 60_000 + hours * 3_600_000 + days * 86_400_000;
}

async function answerPost(exchange: Exchange, sandbox: Sandbox, pathname: string): Promise<unknown> {
  switch (pathname) {
    case "/_control":
      applySwitches(sandbox, await readJson(exchange, controlRequestSchema));
      return describeStatus(sandbox);
    case "/_control/clock":
      sandbox.advanceClock(toMilliseconds(await readJson(exchange, clockRequestSchema)));
      return describeStatus(sandbox);
    case "/_control/records": {
      const { administration, changes } = await readJson(exchange, recordsRequestSchema);
      return { changed: changeRecords(sandbox, administration, changes) };
    }
    default:
      throw new ControlProblem("There is nothing here.", 404);
  }
}

async function answerGet(sandbox: Sandbox, pathname: string, query: URLSearchParams): Promise<unknown> {
  switch (pathname) {
    case "/_control":
      return describeStatus(sandbox);
    case "/_control/requests": {
      const { after, operation } = check(requestsQuerySchema, Object.fromEntries(query));
      const wanted = sandbox.journal.entries().filter((entry) => entry.number > after && (operation === undefined || entry.operation === operation));
      return { counts: sandbox.journal.counts(), requests: wanted };
    }
    case "/_control/records":
      return listRecords(sandbox, check(listQuerySchema, Object.fromEntries(query)));
    case "/_control/transactions":
      return { transactions: [...sandbox.state.transactions()].reverse() };
    case "/_control/tables":
      return { tables: Object.values(tableDefinitions) };
    case "/_control/description":
      return describeData(sandbox.data);
    default:
      throw new ControlProblem("There is nothing here.", 404);
  }
}

/** Answers everything under `/_control`: switches, clock, data and journal, as JSON. */
export async function handleControl(exchange: Exchange, sandbox: Sandbox, url: URL): Promise<void> {
  const send = (status: number, value: unknown) => exchange.send(status, "application/json; charset=utf-8", `${JSON.stringify(value)}\n`);
  try {
    const { method } = exchange.request;
    if (method === "POST") send(200, await answerPost(exchange, sandbox, url.pathname));
    else if (method === "GET") send(200, await answerGet(sandbox, url.pathname, url.searchParams));
    else throw new ControlProblem(`${method ?? "This"} is not possible here.`, 405);
  } catch (problem) {
    if (!(problem instanceof ControlProblem) && !(problem instanceof SoapProblem)) throw problem;
    send(problem.status, { error: problem.message });
  }
}
