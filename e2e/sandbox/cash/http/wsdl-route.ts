import type { Exchange } from "../../core/http/exchange";
import { noteExchange } from "../../core/journal";
import type { Sandbox } from "../sandbox";
import { signaturesOf, type WsdlVersion } from "../soap/signatures";
import { writeWsdl } from "../soap/wsdl";

/** The address the request came to, as the caller sees it. */
function readOrigin(exchange: Exchange): string {
  const { host, "x-forwarded-proto": forwarded } = exchange.request.headers;
  const protocol = forwarded === "https" ? "https" : "http";
  return `${protocol}://${host ?? "localhost"}`;
}

/** The query under which each version takes its calls. */
const endpointQueries: Readonly<Record<WsdlVersion, string>> = { "2015": "api/soap", "3.0": "api/3.0/soap" };

/** Sends the WSDL of one version; its endpoint is where this request came to. */
export function handleWsdl(exchange: Exchange, sandbox: Sandbox, version: WsdlVersion): void {
  const faults = sandbox.faults.meet({ operation: "wsdl", tables: [], command: undefined, administration: undefined, content: "" });
  const serverError = faults.get("serverError");
  if (faults.has("reset")) exchange.reset();
  else if (serverError !== undefined) exchange.send(serverError.status, "text/html", `<h1>${serverError.status}</h1>`);
  else if (faults.has("nonsense")) exchange.send(200, "text/html", "<!DOCTYPE html><title>Onderhoud</title><p>Onderhoud<br>");
  else if (!faults.has("timeout")) {
    const text = writeWsdl(version, signaturesOf(version, sandbox.protocol.offersEverythingIn3), `${readOrigin(exchange)}/?${endpointQueries[version]}`);
    exchange.send(200, "text/xml; charset=utf-8", faults.has("brokenXml") ? text.slice(0, text.length >> 1) : text);
  }
  sandbox.journal.add({
    ...noteExchange(exchange, sandbox.clock, faults),
    operation: "wsdl",
    user: "",
    administration: "",
    subject: version,
    bytesReceived: 0,
  });
}
