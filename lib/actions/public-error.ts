import { randomInt } from "node:crypto";
import { AppError, toAppError, type ErrorCode, type ErrorKind, type ErrorParams } from "@/lib/errors";
import { logger } from "@/lib/logger";

/** What a browser learns of an error: enough to show the sentence in the person's language, and no message or stack. */
export type PublicError = {
  code: ErrorCode;
  kind: ErrorKind;
  params: ErrorParams;
  /** For errors of ours: what the person tells support, and what the log carries. Like 7F3K-2QQ9. */
  reference?: string;
  /** Milliseconds until trying again makes sense. */
  retryAfterMs?: number;
};

/** No 0 and O, 1 and I: references are read out on the phone. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

export function makeReference(): string {
  const text = Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The public side of anything thrown. What is ours gets a reference and stands in the process log under it. */
export function toPublicError(thrown: unknown, operation = "request"): PublicError {
  const error = toAppError(thrown);
  const { code, kind, params, retryAfterMs } = error;
  const shared = { code, kind, params, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  if (kind !== "system") {
    logger.info({ operation, code, kind }, "refused");
    return shared;
  }
  const reference = makeReference();
  logger.error({ operation, reference, code, detail: error.detail, err: thrown instanceof AppError ? (thrown.cause ?? thrown) : thrown }, "failed unexpectedly");
  return { ...shared, reference };
}
