import { unstable_rethrow } from "next/navigation";
import { toPublicError } from "@/lib/actions/public-error";
import { createRateLimit, type RateLimit } from "@/lib/actions/rate-limit";
import { apiKeyOfHeader } from "@/lib/api-keys/api-key-token";
import { findApiCaller, type ApiCaller } from "@/lib/api-keys/find-api-key";
import { apiWords, type ApiWords } from "@/lib/api/api-words";
import { fieldName, type FieldProblem } from "@/lib/api/field-problems";
import { database, type Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { fallbackLocale, negotiateLocale } from "@/lib/i18n/locales";
import { statusOf } from "@/lib/routes/problem";

/** Requests of one key within the window (milliseconds). */
const keyLimit = { actions: 600, window: 60_000 } as const;

type ApiSurroundings = { database: () => Database; rateLimit: RateLimit; now: () => Date };

/** What a handler answers: content with its status, or the fields that are wrong. */
export type ApiAnswer = { status: 200 | 201; content: object } | { wrong: readonly FieldProblem[] };

export type ApiCall = { caller: ApiCaller; db: Database; request: Request };

/** As {@link apiRoute}, with its surroundings. */
export function createApiRoute({ database: db, rateLimit, now }: ApiSurroundings) {
  return function apiRoute(handler: (call: ApiCall) => Promise<ApiAnswer>) {
    return async (request: Request): Promise<Response> => {
      let words = apiWords(negotiateLocale(request.headers.get("accept-language"), fallbackLocale));
      try {
        const caller = await identify(db(), request, now());
        words = apiWords(negotiateLocale(request.headers.get("accept-language"), caller.accountLocale));
        rateLimit(caller.keyId, now().getTime());
        const answer = await handler({ caller, db: db(), request });
        return "wrong" in answer ? refusal(new AppError("invalid_input", { kind: "config" }), request, words, answer.wrong) : contentResponse(answer, words);
      } catch (thrown) {
        unstable_rethrow(thrown);
        return refusal(thrown, request, words);
      }
    };
  };
}

/**
 * A route for other software: the key in the Authorization header says which account it is for; there is no session. Answers
 * JSON, and what goes wrong as a problem document (RFC 9457) in the language of the request. Nothing of it is ever cached.
 */
export const apiRoute = createApiRoute({ database, rateLimit: createRateLimit(keyLimit), now: () => new Date() });

async function identify(db: Database, request: Request, now: Date): Promise<ApiCaller> {
  const token = apiKeyOfHeader(request.headers.get("authorization"));
  const caller = token === null ? null : await findApiCaller(db, token, now);
  if (!caller) throw new AppError("api_key_refused", { kind: "config" });
  return caller;
}

function contentResponse({ status, content }: { status: number; content: object }, { locale }: ApiWords): Response {
  return Response.json(content, { status, headers: { "cache-control": "no-store", "content-language": locale } });
}

function refusal(thrown: unknown, request: Request, words: ApiWords, wrong: readonly FieldProblem[] = []): Response {
  const { code, params, reference, retryAfterMs } = toPublicError(thrown, `${request.method} ${new URL(request.url).pathname}`);
  const status = statusOf(code);
  const errors = wrong.map((problem) => ({ field: fieldName(problem.path), message: words.problem(problem) }));
  const problem = { type: "about:blank", ...words.error(code, params), status, code, params, ...(reference ? { reference } : {}), ...(errors.length > 0 ? { errors } : {}) };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store", "content-language": words.locale });
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="work-orders"');
  if (retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterMs / 1_000)));
  return new Response(JSON.stringify(problem), { status, headers });
}
