/**
 * What kind of trouble it is, which decides what happens next:
 * - `config`: a person must change something (credentials, settings, rights); not repeated by itself
 * - `transient`: it passes (vendor down, rate limit); repeated
 * - `uncertain`: something may have been booked at the vendor; looked up before anything is sent again
 * - `system`: ours; the person sees a reference number, the log the details
 */
export type ErrorKind = "config" | "transient" | "uncertain" | "system";

/** Closed list. Each has a sentence `errors.<code>.message` and a remedy `errors.<code>.remedy` in the message files. */
export const errorCodes = [
  "credentials_refused",
  "key_refused",
  "authentication_expired",
  "no_administration",
  "missing_rights",
  "vendor_unreachable",
  "vendor_slow",
  "vendor_error",
  "vendor_refused",
  "vendor_nonsense",
  "vendor_operation_missing",
  "vendor_rate_limited",
  "vendor_emptied",
  "vendor_incomplete",
  "webhook_failing",
  "not_connected",
  "no_licence",
  "administration_missing",
  "settings_outdated",
  "exports_uncertain",
  "export_not_possible",
  "run_not_found",
  "record_not_found",
  "work_order_not_found",
  "work_order_exported",
  "work_order_outdated",
  "work_order_sending",
  "work_order_step",
  "work_status_in_use",
  "work_status_code_taken",
  "forbidden",
  "signed_out",
  "invalid_input",
  "too_many_requests",
  "api_key_refused",
  "body_too_large",
  "body_not_json",
  "run_lost",
  "unexpected",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParams = Record<string, string | number>;

type AppErrorOptions = { kind: ErrorKind; params?: ErrorParams; detail?: unknown; cause?: unknown; retryAfterMs?: number };

/**
 * The one error of this application. `messageKey` is what a person reads, translated; `detail` is for the log and never shown
 * without masking; `retryAfterMs` says when trying again makes sense.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly params: ErrorParams;
  readonly detail: unknown;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, { kind, params = {}, detail, cause, retryAfterMs }: AppErrorOptions) {
    super(code, { cause });
    this.name = "AppError";
    this.code = code;
    this.kind = kind;
    this.params = params;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
  }

  get messageKey(): `errors.${ErrorCode}.message` {
    return `errors.${this.code}.message`;
  }
}

/** Any thrown value as an AppError; what is not one of ours becomes `unexpected`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError("unexpected", { kind: "system", cause: thrown, detail: thrown instanceof Error ? thrown.message : String(thrown) });
}
