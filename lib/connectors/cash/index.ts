import { env } from "@/lib/env";
import { createCashConnector } from "./connector";
import { readFieldMap, type FieldMap } from "./field-map";

let fieldMap: FieldMap | undefined;

/** The Cash of this installation. */
export const cashConnector = createCashConnector(() => {
  fieldMap ??= readFieldMap(env().CASH_FIELD_MAP);
  return { wsdlUrl: env().CASH_WSDL_URL, fieldMap };
});
