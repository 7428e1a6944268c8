import { checkLogin, type CheckedLogin } from "@/lib/connections/check-login";
import { vendorSchemas, type VendorId } from "@/lib/connectors/schemas";

/** Checks a login against the schema of a vendor by its id. */
export function checkVendorLogin(vendor: VendorId, entered: Record<string, string>, storedSecrets: readonly string[]): CheckedLogin {
  return checkLogin(vendorSchemas[vendor].login, entered, storedSecrets);
}
