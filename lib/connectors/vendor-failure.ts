import { AppError, type ErrorCode, type ErrorKind, type ErrorParams } from "@/lib/errors";

/** What can go wrong in a conversation with a vendor, and what kind of trouble each is. */
export const vendorFailureKinds = {
  credentials_refused: "config",
  key_refused: "config",
  authentication_expired: "config",
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

export type VendorFailureCode = keyof typeof vendorFailureKinds;

/** `detail` is for the log. */
export type VendorFailureOptions = { detail?: unknown; cause?: unknown; retryAfterMs?: number; params?: ErrorParams };

/** An error of the conversation with the vendor of this name. */
export function vendorFailure(vendor: string, code: VendorFailureCode, options: VendorFailureOptions = {}): AppError {
  return new AppError(code, { ...options, kind: vendorFailureKinds[code], params: { vendor, ...options.params } });
}
