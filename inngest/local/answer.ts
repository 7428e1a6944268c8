import { z } from "zod";
import type { AppAnswer } from "./app-request";
import { readRetry, type Retry } from "./backoff";
import { readSleep } from "./duration";

/** What a function told about one of its steps. */
export type Operation =
  | { type: "done"; stepId: string; name: string; data: unknown }
  | { type: "failed"; stepId: string; name: string; error: unknown }
  | { type: "planned"; stepId: string; name: string }
  | { type: "sleep"; stepId: string; name: string; milliseconds: number };

/** What a call to the app came to. */
export type Outcome =
  | { type: "completed"; result: unknown }
  | { type: "advanced"; operations: Operation[] }
  /** The step with this id failed and may be tried again; if not, that is its outcome and the function goes on. */
  | { type: "stepFailed"; stepId: string; name: string; error: unknown; retry: Retry }
  /** The function itself failed; if it may not be tried again, the run has failed. */
  | { type: "functionFailed"; error: unknown; retry: Retry };

const operation = z.looseObject({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.looseObject({ parallelMode: z.unknown().optional() }).nullish(),
});

/** Reads the SDK's answer: 200 the function's result, 206 news about its steps, anything else its failure. */
export function readAnswer({ status, headers, body }: AppAnswer, functionId: string): Outcome {
  const content = parseJson(body);
  const retry = readRetry(oneHeader(headers["x-inngest-no-retry"]), headers["retry-after"], Date.now());
  if (headers["x-inngest-req-version"] === "1") return unsupported(functionId, "optimizeParallelism: false");
  if (status === 200) return { type: "completed", result: content };
  if (status !== 206) return { type: "functionFailed", error: content, retry };
  const operations = z.array(operation).safeParse(content);
  if (!operations.success) return unsupported(functionId, "an answer that is not a list of operations");
  return readOperations(operations.data, functionId, retry);
}

function readOperations(found: z.infer<typeof operation>[], functionId: string, retry: Retry): Outcome {
  const operations: Operation[] = [];
  for (const { id: stepId, op, name: title, displayName, data, error, opts } of found) {
    const name = displayName ?? title ?? stepId;
    if (opts?.parallelMode !== undefined) return unsupported(functionId, "group.parallel with a mode");
    switch (op) {
      case "StepRun":
      case "Step":
        operations.push({ type: "done", stepId, name, data });
        break;
      case "StepError":
        return { type: "stepFailed", stepId, name, error, retry };
      case "StepFailed":
        operations.push({ type: "failed", stepId, name, error });
        break;
      case "StepPlanned":
        operations.push({ type: "planned", stepId, name });
        break;
      case "Sleep": {
        const milliseconds = readSleep(title ?? "", Date.now());
        if (milliseconds === null) return unsupported(functionId, `a sleep of "${title}"`);
        operations.push({ type: "sleep", stepId, name, milliseconds });
        break;
      }
      default:
        return unsupported(functionId, `the operation ${op}`);
    }
  }
  return { type: "advanced", operations };
}

function unsupported(functionId: string, what: string): Outcome {
  const message = `Function "${functionId}" uses ${what}, which the local job engine does not support.`;
  return { type: "functionFailed", error: { name: "NotSupported", message, stack: "" }, retry: { type: "never" } };
}

/** Whether the app said that it has no such function: it was replaced by another version, and must be asked for its functions. */
export function isUnknownFunction({ status, body }: AppAnswer): boolean {
  return status === 500 && body.includes("was not found in this app");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === "" ? null : { name: "Error", message: text.slice(0, 1000), stack: "" };
  }
}

function oneHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
