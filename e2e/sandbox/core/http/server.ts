import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { Exchange } from "./exchange";

/** Answers a request at this address; false when there is nothing. */
export type Route = (exchange: Exchange, address: URL) => boolean | Promise<boolean>;

/** Long request lines must come in to be refused. */
const maxHeaderSize = 128 * 1024;

async function answer(exchange: Exchange, routes: readonly Route[]): Promise<void> {
  const address = new URL(exchange.request.url ?? "/", "http://sandbox");
  for (const route of routes) if (await route(exchange, address)) return;
  exchange.send(404, "text/plain; charset=utf-8", "Not found\n");
}

/** The HTTP server of a sandbox, not listening yet; the first route that knows an address answers. */
export function makeServer(routes: readonly Route[]): Server {
  const server = createServer({ maxHeaderSize }, (request, response) => {
    const exchange = new Exchange(request, response);
    answer(exchange, routes).catch((problem: unknown) => {
      if (response.headersSent) response.destroy();
      else exchange.send(500, "text/plain; charset=utf-8", `${problem instanceof Error ? problem.message : "Unknown problem"}\n`);
    });
  });
  server.keepAliveTimeout = 30_000;
  return server;
}

/** Where a sandbox listens. */
export interface ListenOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** The address to listen on; this machine only unless it is given. */
  readonly host?: string;
}

/**
 * Lets a server listen; answers its address, without a slash at the end.
 * @throws the system's error when the port is taken.
 */
export async function listen(server: Server, { port = 0, host = "127.0.0.1" }: ListenOptions): Promise<string> {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return `http://${host}:${typeof address === "object" && address !== null ? address.port : port}`;
}

/** Breaks off every open connection and stops listening. */
export async function stopServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
