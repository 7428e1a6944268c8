import { readRetryAfter } from "@/lib/connectors/wire/retry-after";
import type { WireAnswer } from "@/lib/connectors/wire/send-request";
import { cashFailure } from "../failures";
import { collectText } from "./decode-text";

/**
 * Decides by the HTTP status whether there is a body to read: 2xx, or 500, which SOAP uses for its faults. What else comes is
 * read as far as the log keeps it. Out: whether it is a 500.
 * @throws AppError vendor_rate_limited, vendor_operation_missing, vendor_error
 */
export async function requireReadable({ status, headers }: WireAnswer, texts: AsyncIterable<string>, now: Date): Promise<boolean> {
  if ((status >= 200 && status < 300) || status === 500) return status === 500;
  await collectText(texts, 10_000);
  const detail = { status, ...(headers.location === undefined ? {} : { location: headers.location }) };
  if (status === 429) throw cashFailure("vendor_rate_limited", { detail, retryAfterMs: readRetryAfter(headers["retry-after"], now) });
  if (status === 404 || status === 410) throw cashFailure("vendor_operation_missing", { detail });
  throw cashFailure("vendor_error", { detail });
}
