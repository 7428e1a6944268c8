import { vendorFailure, vendorFailureKinds, type VendorFailureCode, type VendorFailureOptions } from "@/lib/connectors/vendor-failure";
import { AppError } from "@/lib/errors";
import { cashManifest } from "./manifest";

export type CashFailureCode = Exclude<VendorFailureCode, "key_refused" | "authentication_expired">;

/** An error of the conversation with Cash; `detail` is for the log. */
export function cashFailure(code: CashFailureCode, options: VendorFailureOptions = {}): AppError {
  return vendorFailure(cashManifest.name, code, options);
}

/** Cash took the request and answered with a code other than success. */
export class CashRefusal extends AppError {
  constructor(
    readonly cashCode: number,
    readonly cashMessage: string,
    code: CashFailureCode,
  ) {
    super(code, { kind: vendorFailureKinds[code], params: { vendor: cashManifest.name }, detail: { code: cashCode, message: cashMessage } });
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
