import { z } from "zod";
import { nextOccurrence, parseCron } from "./cron";
import type { FunctionDefinition } from "./definition";
import { readCancelCondition, readEventPath, readFailureTrigger } from "./expressions";

/** A registration that asks for something the engine cannot do; the message is one sentence that names the function and the option. */
export class RegistrationRefused extends Error {
  override name = "RegistrationRefused";
}

const concurrencyOption = z.looseObject({ limit: z.number(), key: z.string().optional(), scope: z.string().optional() });

const describedFunction = z.looseObject({
  id: z.string().min(1),
  triggers: z.array(z.looseObject({ event: z.string().optional(), expression: z.string().nullish(), cron: z.string().optional() })),
  steps: z.record(z.string(), z.looseObject({ retries: z.object({ attempts: z.number().int().min(0).optional() }).nullish() })),
  concurrency: z.union([z.number(), concurrencyOption, z.array(concurrencyOption)]).nullish(),
  cancel: z.array(z.looseObject({ event: z.string(), if: z.string().nullish() })).nullish(),
});
type DescribedFunction = z.infer<typeof describedFunction>;

const registrationBody = z.object({ functions: z.array(describedFunction) });

/** The engine's usual number of retries when a function names none. */
const usualRetries = 4;

/**
 * Reads what the SDK posts to `/fn/register`.
 * @throws RegistrationRefused at the first thing that is not supported
 */
export function readRegistration(body: unknown): FunctionDefinition[] {
  const parsed = registrationBody.safeParse(body);
  if (!parsed.success) throw new RegistrationRefused(`The registration cannot be read: ${z.prettifyError(parsed.error)}`);
  return parsed.data.functions.map(readFunction);
}

function readFunction(described: DescribedFunction): FunctionDefinition {
  const { id, steps } = described;
  refuseUnknown(id, "", described, ["id", "name", "triggers", "steps", "concurrency", "cancel"]);
  return {
    id,
    triggers: described.triggers.map((trigger) => readTrigger(id, trigger)),
    attempts: 1 + (Object.values(steps)[0]?.retries?.attempts ?? usualRetries),
    concurrency: readConcurrency(id, described.concurrency ?? []),
    cancel: (described.cancel ?? []).map(({ event, if: expression, ...rest }) => {
      refuseUnknown(id, "cancelOn.", rest, []);
      refuseInternalEvent(id, event);
      if (expression == null) return { event, condition: null };
      const condition = readCancelCondition(expression);
      if (condition === null) refuse(id, `cancelOn.if "${expression}"`);
      return { event, condition };
    }),
  };
}

function readTrigger(id: string, { event, expression, cron, ...rest }: DescribedFunction["triggers"][number]): FunctionDefinition["triggers"][number] {
  refuseUnknown(id, "triggers.", rest, []);
  if (cron !== undefined) {
    try {
      nextOccurrence(parseCron(cron), new Date());
    } catch (problem) {
      refuse(id, `the cron trigger "${cron}" (${problem instanceof Error ? problem.message : String(problem)})`);
    }
    return { type: "cron", expression: cron };
  }
  if (event === undefined) return refuse(id, "a trigger without event or cron");
  const failedFunction = event === "inngest/function.failed" ? readFailureTrigger(expression ?? "") : null;
  if (failedFunction !== null) return { type: "failure", functionId: failedFunction };
  refuseInternalEvent(id, event);
  if (expression != null) refuse(id, `triggers.if "${expression}"`);
  return { type: "event", event };
}

function readConcurrency(id: string, described: NonNullable<DescribedFunction["concurrency"]>): FunctionDefinition["concurrency"] {
  const options = typeof described === "number" ? [{ limit: described }] : Array.isArray(described) ? described : [described];
  return options.map(({ limit, key, scope, ...rest }) => {
    refuseUnknown(id, "concurrency.", rest, []);
    if (scope !== undefined && scope !== "fn") refuse(id, `concurrency.scope "${scope}"`);
    if (!Number.isInteger(limit) || limit < 1) refuse(id, `concurrency.limit ${limit}`);
    const path = key === undefined ? null : readEventPath(key);
    if (key !== undefined && path === null) refuse(id, `concurrency.key "${key}"`);
    return { path, limit };
  });
}

function refuse(id: string, option: string): never {
  throw new RegistrationRefused(`Function "${id}" uses ${option}, which the local job engine does not support.`);
}

function refuseUnknown(id: string, prefix: string, described: Record<string, unknown>, known: readonly string[]): void {
  const unknown = Object.entries(described).find(([name, value]) => value != null && !known.includes(name));
  if (unknown) refuse(id, `${prefix}${unknown[0]}`);
}

/** Events of the engine itself: apart from a failed function's, it makes none. And a wildcard is a pattern, not a name. */
function refuseInternalEvent(id: string, event: string): void {
  if (event.startsWith("inngest/") || event.includes("*")) refuse(id, `the event "${event}"`);
}
