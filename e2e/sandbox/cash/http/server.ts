import { createServer, type Server } from "node:http";
import { handleControl } from "../control/routes";
import { sendPage } from "../page/route";
import type { Sandbox } from "../sandbox";
import type { WsdlVersion } from "../soap/signatures";
import { Exchange } from "../../http/exchange";
import { handleSoap } from "./soap-route";
import { handleWsdl } from "./wsdl-route";

async function route(exchange: Exchange, sandbox: Sandbox): Promise<void> {
  const { method = "GET", url = "/" } = exchange.request;
  const address = new URL(url, "http://sandbox");
  const { pathname, search } = address;
  const query = decodeURIComponent(search.slice(1)).toLowerCase();
  if (pathname === "/" && query.startsWith("api")) {
    const version: WsdlVersion = query.startsWith("api/3.0") ? "3.0" : "2015";
    if (method === "POST") return handleSoap(exchange, sandbox, version);
    if (query.endsWith("wsdl")) return handleWsdl(exchange, sandbox, version);
  }
  if (pathname.startsWith("/_control")) return handleControl(exchange, sandbox, address);
  if (method === "GET" && sendPage(exchange, pathname)) return;
  exchange.send(404, "text/plain; charset=utf-8", "Not found\n");
}

/** The sandbox's HTTP server; not listening yet. */
export function makeServer(sandbox: Sandbox): Server {
  const server = createServer((request, response) => {
    const exchange = new Exchange(request, response);
    route(exchange, sandbox).catch((problem: unknown) => {
      if (response.headersSent) response.destroy();
      else exchange.send(500, "text/plain; charset=utf-8", `${problem instanceof Error ? problem.message : "Unknown problem"}\n`);
    });
  });
  server.keepAliveTimeout = 30_000;
  return server;
}
