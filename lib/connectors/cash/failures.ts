import { AppError, type ErrorCode, type ErrorKind, type ErrorParams } from "@/lib/errors";
import { cashManifest } from "./manifest";

type FailureOptions = { detail?: unknown; cause?: unknown; retryAfterMs?: number; params?: ErrorParams };

const kinds = {
  credentials_refused: "config",
  no_administration: "config",
  administration_missing: "config",
  missing_rights: "config",
  vendor_operation_missing: "config",
  vendor_unreachable: "transient",
  vendor_slow: "transient",
  vendor_error: "transient",
  vendor_nonsense: "transient",
  vendor_incomplete: "transient",
  vendor_emptied: "transient",
  vendor_rate_limited: "transient",
} as const satisfies Partial<Record<ErrorCode, ErrorKind>>;

export type CashFailureCode = keyof typeof kinds;

/** An error of the conversation with Cash; `detail` is for the log. */
export function cashFailure(code: CashFailureCode, options: FailureOptions = {}): AppError {
  return new AppError(code, { ...options, kind: kinds[code], params: { vendor: cashManifest.name, ...options.params } });
}

/** Cash took the request and answered with a code other than success. */
export class CashRefusal extends AppError {
  constructor(
    readonly cashCode: number,
    readonly cashMessage: string,
    code: CashFailureCode,
  ) {
    super(code, { kind: kinds[code], params: { vendor: cashManifest.name }, detail: { code: cashCode, message: cashMessage } });
    this.name = "CashRefusal";
  }

  /** The token is not, or no longer, good: a new one may help. */
  get isAboutToken(): boolean {
    return this.cashCode === 4 || this.cashCode === 5 || this.cashCode === 6;
  }

  /** The export command was refused, for a reason other than rights: Cash may not know its letters. */
  get isAboutCommand(): boolean {
    return this.cashCode === 800 && this.code !== "missing_rights";
  }
}
