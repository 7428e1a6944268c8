import type { VendorContext } from "@/lib/connectors/connector";
import { cashFailure } from "../failures";
import type { FieldMap } from "../field-map";
import { forgetWsdl, loadWsdl } from "./load-wsdl";
import type { SoapOperation } from "./read-wsdl";

/**
 * Finds an operation by its name, without regard to case: in the configured WSDL, else in the one the field map falls back to.
 * @throws AppError vendor_operation_missing when neither has it, and as `loadWsdl`
 */
export async function findOperation(context: VendorContext, { wsdlUrl, fieldMap }: { wsdlUrl: string; fieldMap: FieldMap }, name: string): Promise<SoapOperation> {
  const fallback = fieldMap.fallbackWsdl === "" ? wsdlUrl : new URL(fieldMap.fallbackWsdl, wsdlUrl).toString();
  const addresses = [...new Set([wsdlUrl, fallback])];
  for (const address of addresses) {
    const operation = (await loadWsdl(context, address)).get(name.toLowerCase());
    if (operation !== undefined) return operation;
  }
  // What is missing may come back any moment; it is not remembered.
  addresses.forEach(forgetWsdl);
  throw cashFailure("vendor_operation_missing", { detail: { operation: name, addresses } });
}
