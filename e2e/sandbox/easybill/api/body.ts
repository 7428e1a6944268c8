import { z } from "zod";
import type { ApiCall } from "./call";
import { ApiProblem } from "./problem";

const anyObject = z.record(z.string(), z.unknown());

/**
 * Checks a body against what may be written; what it does not know is dropped, what is not said takes its default.
 * With `putMerges` the rest of an existing record stays as it is.
 * @throws ApiProblem 400 naming each wrong field.
 */
export function readBody<Output>(schema: z.ZodType<Output>, { body, protocol }: Pick<ApiCall, "body" | "protocol">, existing?: object): Output {
  const given = anyObject.safeParse(body);
  if (!given.success) throw new ApiProblem(400, "The body must be a JSON object");
  const result = schema.safeParse(existing !== undefined && protocol.putMerges ? { ...existing, ...given.data } : given.data);
  if (result.success) return result.data;
  throw new ApiProblem(400, result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
}
