import { toPublicError, type PublicError } from "@/lib/actions/public-error";
import { assertNever } from "@/lib/assert";
import type { ErrorCode } from "@/lib/errors";

/** The status of an HTTP answer that carries this error. */
export function statusOf(code: ErrorCode): number {
  switch (code) {
    case "signed_out":
    case "api_key_refused":
      return 401;
    case "body_not_json":
      return 400;
    case "body_too_large":
      return 413;
    case "forbidden":
      return 403;
    case "record_not_found":
    case "run_not_found":
    case "work_order_not_found":
      return 404;
    case "not_connected":
    case "no_licence":
    case "administration_missing":
    case "settings_outdated":
    case "exports_uncertain":
    case "export_not_possible":
    case "work_order_exported":
    case "work_order_outdated":
    case "work_order_sending":
    case "work_order_step":
    case "work_status_in_use":
    case "work_status_code_taken":
      return 409;
    case "invalid_input":
    case "credentials_refused":
    case "key_refused":
    case "authentication_expired":
    case "no_administration":
    case "missing_rights":
      return 422;
    case "too_many_requests":
      return 429;
    case "vendor_unreachable":
    case "vendor_slow":
    case "vendor_error":
    case "vendor_refused":
    case "vendor_nonsense":
    case "vendor_operation_missing":
    case "vendor_rate_limited":
    case "vendor_emptied":
    case "vendor_incomplete":
    case "webhook_failing":
      return 502;
    case "run_lost":
    case "unexpected":
      return 500;
    default:
      return assertNever(code);
  }
}

/** What a browser gets of an error over HTTP: a problem document as of RFC 9457, with our code instead of a sentence. */
type Problem = { type: "about:blank"; status: number } & PublicError;

/** Answers with the problem something thrown is; never with its message. */
export function problemResponse(thrown: unknown, operation: string): Response {
  const { retryAfterMs, ...rest } = toPublicError(thrown, operation);
  const status = statusOf(rest.code);
  const problem: Problem = { type: "about:blank", status, ...rest };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterMs / 1_000)));
  return new Response(JSON.stringify(problem), { status, headers });
}
