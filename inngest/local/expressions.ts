import { canonicalJson } from "./canonical-json";

/** Names below an event's data: `event.data.order.id` is ["order", "id"]. */
export type DataPath = string[];

export type CancelCondition = { runPath: DataPath; eventPath: DataPath };

const dataPath = /^(event|async)\.data((?:\.\w+)+)$/;

function readPath(expression: string, root: "event" | "async"): DataPath | null {
  const [, found, names] = dataPath.exec(expression.trim()) ?? [];
  return found === root && names !== undefined ? names.slice(1).split(".") : null;
}

/** Reads `event.data.x`; null for any other expression. */
export function readEventPath(expression: string): DataPath | null {
  return readPath(expression, "event");
}

/**
 * Reads `async.data.x == event.data.x`, in either order; null for any other expression. `event` is the one that started
 * the run, `async` the one that arrives later.
 */
export function readCancelCondition(expression: string): CancelCondition | null {
  const [left, right, ...rest] = expression.split("==");
  if (left === undefined || right === undefined || rest.length > 0) return null;
  const runPath = readPath(left, "event") ?? readPath(right, "event");
  const eventPath = readPath(left, "async") ?? readPath(right, "async");
  return runPath && eventPath && { runPath, eventPath };
}

/** Reads the one expression the SDK writes for `onFailure`; null for any other. */
export function readFailureTrigger(expression: string): string | null {
  return /^event\.data\.function_id == '([^']+)'$/.exec(expression)?.[1] ?? null;
}

/** The value at a path as canonical JSON, so that values can be compared; null where there is none. */
export function valueAt(data: unknown, path: DataPath): string | null {
  const value = path.reduce<unknown>((parent, name) => {
    return typeof parent === "object" && parent !== null && Object.hasOwn(parent, name) ? Reflect.get(parent, name) : undefined;
  }, data);
  return value === undefined ? null : canonicalJson(value);
}
