import { z } from "zod";
import { ControlProblem } from "../../control/problem";
import type { Exchange } from "../../http/exchange";
import { ApiProblem } from "../api/problem";
import { describeData } from "../generator/describe";
import { readBytes } from "../http/incoming";
import type { Sandbox } from "../sandbox";
import { listRecords } from "./list-records";
import { performActs } from "./perform-acts";
import { actsRequestSchema, clockRequestSchema, controlRequestSchema, listQuerySchema } from "./schema";
import { describeStatus } from "./status";

const requestsQuerySchema = z.object({ after: z.coerce.number().int().min(0).default(0), operation: z.string().optional(), company: z.string().optional() });
const deliveriesQuerySchema = z.object({ after: z.coerce.number().int().min(0).default(0), quiet: z.string().optional() });

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
  const text = (await readBytes(request)).toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ControlProblem("The request is not JSON.");
  }
  return check(schema, value);
}

async function answerPost(exchange: Exchange, sandbox: Sandbox, pathname: string): Promise<unknown> {
  switch (pathname) {
    case "/_control": {
      const { reset, faults, addFaults, protocol } = await readJson(exchange, controlRequestSchema);
      if (reset !== undefined) sandbox.reset(reset === "data" ? "data" : "switches");
      if (faults !== undefined) sandbox.faults.replace(faults);
      if (addFaults !== undefined) sandbox.faults.add(addFaults);
      if (protocol !== undefined) sandbox.changeProtocol(protocol);
      return describeStatus(sandbox);
    }
    case "/_control/clock": {
      const { milliseconds, seconds, minutes, hours, days, speed } = await readJson(exchange, clockRequestSchema);
      sandbox.advanceClock(milliseconds + seconds * 1000 + minutes * 60_000 + hours * 3_600_000 + days * 86_400_000);
      if (speed !== undefined) sandbox.clock.setSpeed(speed);
      return describeStatus(sandbox);
    }
    case "/_control/acts": {
      const { company: id, acts, silently } = await readJson(exchange, actsRequestSchema);
      const company = sandbox.state.company(id);
      if (company === undefined) throw new ControlProblem(`There is no company ${id}.`, 404);
      return { ids: performActs(sandbox, company, acts, silently) };
    }
    default:
      throw new ControlProblem("There is nothing here.", 404);
  }
}

async function answerGet(sandbox: Sandbox, pathname: string, query: URLSearchParams): Promise<unknown> {
  const parameters = Object.fromEntries(query);
  switch (pathname) {
    case "/_control":
      return describeStatus(sandbox);
    case "/_control/requests": {
      const { after, operation, company } = check(requestsQuerySchema, parameters);
      const wanted = sandbox.journal
        .entries()
        .filter((entry) => entry.number > after && (operation === undefined || entry.operation === operation) && (company === undefined || entry.company === company));
      return { counts: sandbox.journal.counts(), requests: wanted };
    }
    case "/_control/deliveries": {
      const { after, quiet } = check(deliveriesQuerySchema, parameters);
      if (quiet !== undefined) await sandbox.courier.untilQuiet();
      return { deliveries: sandbox.courier.deliveries().filter(({ number }) => number > after) };
    }
    case "/_control/records":
      return listRecords(sandbox, check(listQuerySchema, parameters));
    case "/_control/description":
      return describeData(sandbox.data);
    default:
      throw new ControlProblem("There is nothing here.", 404);
  }
}

/** Answers everything under `/_control`: switches, clock, acts, data, deliveries and journal, as JSON. */
export async function handleControl(exchange: Exchange, sandbox: Sandbox, url: URL): Promise<void> {
  const send = (status: number, value: unknown) => exchange.send(status, "application/json; charset=utf-8", `${JSON.stringify(value)}\n`);
  try {
    const { method } = exchange.request;
    if (method === "POST") send(200, await answerPost(exchange, sandbox, url.pathname));
    else if (method === "GET") send(200, await answerGet(sandbox, url.pathname, url.searchParams));
    else throw new ControlProblem(`${method ?? "This"} is not possible here.`, 405);
  } catch (problem) {
    if (!(problem instanceof ControlProblem) && !(problem instanceof ApiProblem)) throw problem;
    send(problem.status, { error: problem.message });
  }
}
