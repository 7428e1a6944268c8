import type { z } from "zod";
import type { Exchange } from "../http/exchange";
import { readBytes } from "../http/read-bytes";
import { ControlProblem } from "./problem";

/** The largest request that is taken, in bytes. */
const greatestBody = 25 * 1024 * 1024;

/** @throws ControlProblem that names what is wrong with a value. */
export function check<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ControlProblem(result.error.issues.map((issue) => `${issue.path.join(".") || "request"}: ${issue.message}`).join("; "));
}

/** Only JSON is taken: a page of another site cannot send it here without being asked first. */
async function readJson({ request }: Exchange): Promise<unknown> {
  if (request.headers["content-type"]?.startsWith("application/json") !== true) {
    throw new ControlProblem("Send JSON with the content type application/json.", 415);
  }
  const bytes = await readBytes(request, greatestBody, () => new ControlProblem("The request is too large.", 413));
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new ControlProblem("The request is not JSON.");
  }
}

/** What a sandbox answers under `/_control`, by the path below it. */
export interface ControlRoutes {
  readonly get: Readonly<Record<string, (query: unknown) => unknown>>;
  readonly post: Readonly<Record<string, (body: unknown) => unknown>>;
  /** Refusals of the vendor's own that a control request may meet. */
  isRefusal(problem: unknown): problem is Error & { readonly status: number };
}

async function answer(exchange: Exchange, { pathname, searchParams }: URL, { get, post }: ControlRoutes): Promise<unknown> {
  const { method = "This" } = exchange.request;
  if (method !== "GET" && method !== "POST") throw new ControlProblem(`${method} is not possible here.`, 405);
  const path = pathname.slice("/_control".length);
  const run = (method === "GET" ? get : post)[path];
  if (run === undefined) throw new ControlProblem("There is nothing here.", 404);
  return run(method === "GET" ? Object.fromEntries(searchParams) : await readJson(exchange));
}

/** Answers everything under `/_control` as JSON; false for any other address. */
export async function handleControl(exchange: Exchange, address: URL, routes: ControlRoutes): Promise<boolean> {
  if (address.pathname !== "/_control" && !address.pathname.startsWith("/_control/")) return false;
  const send = (status: number, value: unknown) => exchange.send(status, "application/json; charset=utf-8", `${JSON.stringify(value)}\n`);
  try {
    send(200, await answer(exchange, address, routes));
  } catch (problem) {
    if (!(problem instanceof ControlProblem) && !routes.isRefusal(problem)) throw problem;
    send(problem.status, { error: problem.message });
  }
  return true;
}
