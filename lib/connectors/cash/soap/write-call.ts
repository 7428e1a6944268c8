import type { WireRequest } from "@/lib/connectors/wire/send-request";
import { escapeXml } from "./escape-xml";
import { writeParts, type CallContent } from "./parts";
import type { SoapOperation } from "./read-wsdl";

const envelope = "http://schemas.xmlsoap.org/soap/envelope/";
const encoding = "http://schemas.xmlsoap.org/soap/encoding/";

/**
 * A SOAP 1.1 call in the style of its WSDL.
 * @throws AppError vendor_operation_missing as `writeParts`
 */
export function writeCall(operation: SoapOperation, content: Partial<CallContent>): WireRequest & { body: string } {
  const { endpoint, soapAction, areQualified, use, wrapper } = operation;
  const namespace = escapeXml(operation.namespace).replaceAll('"', "&quot;");
  const parts = writeParts(operation, content);
  const encodingStyle = use === "encoded" ? ` SOAP-ENV:encodingStyle="${encoding}"` : "";
  const call = areQualified
    ? `<${wrapper} xmlns="${namespace}">${parts}</${wrapper}>`
    : `<call:${wrapper} xmlns:call="${namespace}"${encodingStyle}>${parts}</call:${wrapper}>`;
  return {
    method: "POST",
    address: endpoint,
    headers: { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${soapAction}"`, Accept: "text/xml" },
    body:
      `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${envelope}" xmlns:xsd="http://www.w3.org/2001/XMLSchema"` +
      ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><SOAP-ENV:Body>${call}</SOAP-ENV:Body></SOAP-ENV:Envelope>\n`,
  };
}
