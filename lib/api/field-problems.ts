import type { z } from "zod";

/** What can be wrong with a field that came from outside; each has a sentence below `intake.problem` in the message files. */
const fieldProblemCodes = [
  "unknown",
  "required",
  "object",
  "list",
  "tooMany",
  "text",
  "tooLong",
  "characters",
  "decimal",
  "ambiguous",
  "country",
  "date",
  "time",
  "minutes",
  "yesNo",
  "status",
  "workStatus",
  "unknownWorkStatus",
  "twice",
  "customer",
  "duration",
  "beginAndEnd",
  "breakTooLong",
  "materialNr",
  "differs",
  "exported",
] as const;
export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** One wrong field: where it stands in the JSON, and why. */
export type FieldProblem = { path: readonly (string | number)[]; code: FieldProblemCode; params: Record<string, string | number> };

/** For errors of schemas: nothing there is another problem than something wrong there. */
export function unlessMissing(code: FieldProblemCode) {
  return ({ input }: { input?: unknown }): FieldProblemCode => (input === undefined || input === null ? "required" : code);
}

/** For checks across fields: made as soon as there is an object, also when some of its fields are wrong, so that all are named at once. */
export const evenIfWrong = { when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null && !Array.isArray(value) };

/** The problems of a refused value, one for each wrong field, in the order of the fields. */
export function problemsOf({ issues }: z.ZodError): FieldProblem[] {
  const found = issues.flatMap(problemsOfIssue);
  const first = new Map(found.map((problem) => [problem.path.join("\n"), problem] as const).reverse());
  return found.filter((problem) => first.get(problem.path.join("\n")) === problem);
}

function problemsOfIssue(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: [...path, key], code: "unknown", params: {} }));
  const code = fieldProblemCodes.find((known) => known === issue.message) ?? "text";
  return [{ path, code, params: paramsOf(issue) }];
}

function paramsOf(issue: z.core.$ZodIssue): FieldProblem["params"] {
  if (issue.code === "too_big") return { max: Number(issue.maximum) };
  if (issue.code !== "custom") return {};
  const entries = Object.entries(issue.params ?? {}).flatMap(([name, value]) => (typeof value === "string" || typeof value === "number" ? [[name, value] as const] : []));
  return Object.fromEntries(entries);
}

/** `Materials[2].MaterialQuantity`, as a program's author looks for it. */
export function fieldName(path: FieldProblem["path"]): string {
  return path.reduce<string>((name, part) => (typeof part === "number" ? `${name}[${part}]` : name === "" ? part : `${name}.${part}`), "");
}
