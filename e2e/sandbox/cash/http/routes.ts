import { handleControl } from "../../core/control/handle";
import type { Route } from "../../core/http/server";
import { makeControlRoutes } from "../control/routes";
import { sendPage } from "../page/route";
import type { Sandbox } from "../sandbox";
import type { WsdlVersion } from "../soap/signatures";
import { handleSoap } from "./soap-route";
import { handleWsdl } from "./wsdl-route";

function makeSoapRoute(sandbox: Sandbox): Route {
  return async (exchange, { pathname, search }) => {
    const query = decodeURIComponent(search.slice(1)).toLowerCase();
    if (pathname !== "/" || !query.startsWith("api")) return false;
    const version: WsdlVersion = query.startsWith("api/3.0") ? "3.0" : "2015";
    if (exchange.request.method === "POST") await handleSoap(exchange, sandbox, version);
    else if (query.endsWith("wsdl")) handleWsdl(exchange, sandbox, version);
    else return false;
    return true;
  };
}

/** Everything a Cash sandbox answers: SOAP, what steers it, and its page. */
export function makeRoutes(sandbox: Sandbox): readonly Route[] {
  const control = makeControlRoutes(sandbox);
  return [makeSoapRoute(sandbox), (exchange, address) => handleControl(exchange, address, control), sendPage];
}
