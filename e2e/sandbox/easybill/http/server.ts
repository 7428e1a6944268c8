import { createServer, type Server } from "node:http";
import { Exchange } from "../../http/exchange";
import { handleControl } from "../control/routes";
import { sendPage } from "../page/route";
import type { Sandbox } from "../sandbox";
import { basePath, handleApi } from "./api-route";

async function route(exchange: Exchange, sandbox: Sandbox): Promise<void> {
  const { method = "GET", url = "/" } = exchange.request;
  const address = new URL(url, "http://sandbox");
  const { pathname } = address;
  if (pathname.startsWith(`${basePath}/`)) return handleApi(exchange, sandbox, address);
  if (pathname.startsWith("/_control")) return handleControl(exchange, sandbox, address);
  if (method === "GET" && sendPage(exchange, pathname)) return;
  exchange.send(404, "text/plain; charset=utf-8", "Not found\n");
}

/** Long request lines must come in to be refused. */
const maxHeaderSize = 128 * 1024;

/** The sandbox's HTTP server; not listening yet. */
export function makeServer(sandbox: Sandbox): Server {
  const server = createServer({ maxHeaderSize }, (request, response) => {
    const exchange = new Exchange(request, response);
    route(exchange, sandbox).catch((problem: unknown) => {
      if (response.headersSent) response.destroy();
      else exchange.send(500, "text/plain; charset=utf-8", `${problem instanceof Error ? problem.message : "Unknown problem"}\n`);
    });
  });
  server.keepAliveTimeout = 30_000;
  return server;
}
