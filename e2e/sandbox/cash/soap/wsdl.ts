import { escapeXml } from "../xml";
import { namespaceOf, type Part, type Signature, type WsdlVersion } from "./signatures";

function complexType(name: string, elements: readonly (readonly [name: string, type: string, optional?: "optional"])[]): string {
  const lines = elements.map(
    ([element, type, optional]) => `<xsd:element name="${element}" type="${type}"${optional === undefined ? "" : ' minOccurs="0"'}/>`,
  );
  return `<xsd:complexType name="${name}"><xsd:all>${lines.join("")}</xsd:all></xsd:complexType>`;
}

const types = [
  complexType("Response", [["code", "xsd:int"], ["message", "xsd:string"]]),
  complexType("Administration", [["admCode", "xsd:string"], ["admMap", "xsd:string"]]),
  complexType("ListedAdministration", [["admCode", "xsd:string"], ["admMap", "xsd:string"], ["admName", "xsd:string"]]),
  `<xsd:complexType name="AdministrationList"><xsd:complexContent><xsd:restriction base="SOAP-ENC:Array">` +
    `<xsd:attribute ref="SOAP-ENC:arrayType" wsdl:arrayType="tns:ListedAdministration[]"/></xsd:restriction></xsd:complexContent></xsd:complexType>`,
  complexType("Transaction", [
    ["id", "xsd:string"],
    ["status", "xsd:int"],
    ["creation", "xsd:string"],
    ["lastUpdate", "xsd:string"],
    ["administration", "tns:Administration"],
    ["initiator", "xsd:string"],
    ["err", "xsd:string", "optional"],
  ]),
].join("\n      ");

function message(name: string, parts: readonly Part[]): string {
  return `<message name="${name}">${parts.map((part) => `<part name="${part.name}" type="${part.type}"/>`).join("")}</message>`;
}

function bindingOperation({ name }: Signature, namespace: string): string {
  const body = `<soap:body use="encoded" namespace="${namespace}" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/>`;
  return `<operation name="${name}"><soap:operation soapAction="${namespace}#${name}"/><input>${body}</input><output>${body}</output></operation>`;
}

function portOperation({ name }: Signature): string {
  return `<operation name="${name}"><input message="tns:${name}Request"/><output message="tns:${name}Response"/></operation>`;
}

/** The WSDL 1.1 document (rpc, encoded) of one version; `endpoint` is the address that calls go to. */
export function writeWsdl(version: WsdlVersion, signatures: readonly Signature[], endpoint: string): string {
  const namespace = namespaceOf(version);
  const messages = signatures.flatMap((signature) => [
    message(`${signature.name}Request`, signature.request),
    message(`${signature.name}Response`, signature.answer),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions name="Cash" targetNamespace="${namespace}" xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/"
    xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:tns="${namespace}">
  <types>
    <xsd:schema targetNamespace="${namespace}">
      <xsd:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/>
      ${types}
    </xsd:schema>
  </types>
  ${messages.join("\n  ")}
  <portType name="CashPort">
    ${signatures.map(portOperation).join("\n    ")}
  </portType>
  <binding name="CashBinding" type="tns:CashPort">
    <soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
    ${signatures.map((signature) => bindingOperation(signature, namespace)).join("\n    ")}
  </binding>
  <service name="CashService">
    <port name="CashPort" binding="tns:CashBinding"><soap:address location="${escapeXml(endpoint)}"/></port>
  </service>
</definitions>
`;
}
