import { z } from "zod";
import { readRetryAfter } from "@/lib/connectors/wire/retry-after";
import type { WireAnswer } from "@/lib/connectors/wire/send-request";
import { EasybillRefusal, easybillFailure } from "./failures";

/** Bytes of the longest answer that is read: a page of 1,000 records with long texts has a few million. */
const greatestAnswer = 50_000_000;
/** Characters of a refusal that are kept. */
const keptRefusal = 2_000;

/**
 * The JSON of an answer, checked; what has no body is undefined.
 * @throws AppError authentication_expired, missing_rights, vendor_rate_limited, vendor_operation_missing, vendor_error, vendor_nonsense; EasybillRefusal; and as
 * reading the answer does
 */
export async function readAnswer<Answer>(answer: WireAnswer, schema: z.ZodType<Answer>, now: Date): Promise<Answer> {
  const bytes = await collectBytes(answer.pieces);
  const text = new TextDecoder().decode(bytes);
  if (answer.status < 200 || answer.status > 299) throw toFailure(answer, text, now);
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw easybillFailure("vendor_nonsense", { detail: { status: answer.status, problem: z.prettifyError(parsed.error) } });
}

function toFailure({ status, headers }: WireAnswer, text: string, now: Date): Error {
  const detail = { status, text: text.slice(0, keptRefusal), ...(headers.location === undefined ? {} : { location: headers.location }) };
  if (status === 401) return easybillFailure("authentication_expired", { detail });
  if (status === 402 || status === 403) return easybillFailure("missing_rights", { detail });
  if (status === 429) return easybillFailure("vendor_rate_limited", { detail, retryAfterMs: readRetryAfter(headers["retry-after"], now) });
  if (status === 405) return easybillFailure("vendor_operation_missing", { detail });
  // 408 says that waiting ended, not that nothing was done.
  return status >= 400 && status <= 499 && status !== 408 ? new EasybillRefusal(status, detail.text) : easybillFailure("vendor_error", { detail });
}

async function collectBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > greatestAnswer) throw easybillFailure("vendor_nonsense", { detail: `an answer of more than ${greatestAnswer} bytes` });
    kept.push(piece);
  }
  return Buffer.concat(kept);
}

function parseJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw easybillFailure("vendor_nonsense", { cause: error, detail: { text: text.slice(0, keptRefusal) } });
  }
}
