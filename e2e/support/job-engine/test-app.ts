import { once } from "node:events";
import http from "node:http";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { eventKey, signingKey } from "./keys";

export type TestApp = {
  url: string;
  /** Functions take effect once the engine asks for them the next time. */
  serve: (client: Inngest, functions: InngestFunction.Any[]) => void;
  /** From now on every call is cut off before its answer, as if its step had ended the process. */
  breakCalls: () => void;
  brokenCalls: () => number;
  stop: () => Promise<void>;
};

/** A client of the real SDK in signed mode. */
export function createClient(engineUrl: string, keys: { eventKey?: string; signingKey?: string } = {}): Inngest {
  const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  return new Inngest({ id: "test", isDev: false, baseUrl: engineUrl, eventKey, signingKey, ...keys, checkpointing: false, logger: silent });
}

/** An app that answers 503 until it is told what to serve. @param port with 0, a free one is chosen */
export async function startTestApp(port = 0): Promise<TestApp> {
  let broken = 0;
  let handler: http.RequestListener = (_request, response) => response.writeHead(503).end();
  const server = http.createServer((request, response) => handler(request, response));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test app listens on no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    serve: (client, functions) => {
      handler = serve({ client, functions });
    },
    breakCalls: () => {
      const answer = handler;
      handler = (request, response) => {
        if (request.method !== "POST") return answer(request, response);
        broken += 1;
        request.socket.destroy();
      };
    },
    brokenCalls: () => broken,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
