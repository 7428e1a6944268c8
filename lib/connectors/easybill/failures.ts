import { vendorFailure, vendorFailureKinds, type VendorFailureCode, type VendorFailureOptions } from "@/lib/connectors/vendor-failure";
import { AppError } from "@/lib/errors";
import { easybillManifest } from "./manifest";

export type EasybillFailureCode = Exclude<VendorFailureCode, "credentials_refused" | "no_administration" | "administration_missing">;

/** An error of the conversation with EasyBill; `detail` is for the log. */
export function easybillFailure(code: EasybillFailureCode, options: VendorFailureOptions = {}): AppError {
  return vendorFailure(easybillManifest.name, code, options);
}

/** EasyBill understood the request and says no: 400, 404, 409 and other 4xx that are not about key, rights or limit. */
export class EasybillRefusal extends AppError {
  /** @param text what it said, beginning only */
  constructor(
    readonly status: number,
    readonly text: string,
  ) {
    super("vendor_error", { kind: vendorFailureKinds.vendor_error, params: { vendor: easybillManifest.name }, detail: { status, text } });
    this.name = "EasybillRefusal";
  }

  /** What was asked for does not exist there. */
  get isAboutMissing(): boolean {
    return this.status === 404 || this.status === 410;
  }

  /** Something at EasyBill holds the record at this moment; trying again helps. */
  get isAboutLock(): boolean {
    return this.status === 409 || this.status === 423;
  }
}
