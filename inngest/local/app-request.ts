import http from "node:http";
import https from "node:https";
import { isSignedWith, signBody } from "./signature";
import type { EngineTiming } from "./timing";

/** An answer that the app's own SDK has signed. */
export type AppAnswer = { type: "answered"; status: number; headers: http.IncomingHttpHeaders; body: string };

export type AppReply =
  | AppAnswer
  /** No connection was opened, so nothing was sent: the app is away. */
  | { type: "unreachable"; reason: string }
  /** Something was sent, but what came back, if anything, was no answer of the SDK's: nobody knows how far the step got. */
  | { type: "interrupted"; reason: string };

type AppRequest = { url: URL; method: "POST" | "PUT"; body: string; headers?: Record<string, string>; timeout: number; signal: AbortSignal };

/**
 * Sends one signed request to the app and waits for its answer, for hours if need be. Not with fetch, which gives up on an
 * answer after five minutes; and with a connection of its own, so that a refused one means that nothing was sent.
 */
export function requestApp({ url, method, body, headers, timeout, signal }: AppRequest, signingKey: string, timing: EngineTiming): Promise<AppReply> {
  return new Promise((resolve) => {
    let isOpen = false;
    const give = (reply: AppReply) => {
      clearTimeout(connectTimer);
      clearTimeout(answerTimer);
      resolve(reply);
    };
    const giveUp = (error: Error) => {
      const reason = describe(error);
      give(isOpen ? { type: "interrupted", reason } : { type: "unreachable", reason });
    };
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method,
      agent: false,
      signal,
      headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "x-inngest-signature": signBody(body, signingKey) },
    });
    const connectTimer = setTimeout(() => request.destroy(new Error("no connection in time")), timing.connectTimeout);
    const answerTimer = setTimeout(() => request.destroy(new Error("no answer in time")), timeout);
    request.on("socket", (socket) => {
      socket.setKeepAlive(true, 10_000);
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
        isOpen = true;
        clearTimeout(connectTimer);
      });
    });
    request.on("error", giveUp);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", giveUp);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const status = response.statusCode ?? 0;
        const signature = response.headers["x-inngest-signature"];
        const isOurs = isSignedWith(signingKey, text, typeof signature === "string" ? signature : undefined);
        give(isOurs ? { type: "answered", status, headers: response.headers, body: text } : { type: "interrupted", reason: explainUnsigned(status) });
      });
    });
    request.end(body);
  });
}

function explainUnsigned(status: number): string {
  if (status === 401) return "the app refused our signature: its INNGEST_SIGNING_KEY differs from the engine's";
  return `the app answered ${status} without a signature`;
}

/** When several addresses were tried, the message is empty and the code says it. */
function describe(error: Error & { code?: string }): string {
  return error.message || error.code || error.name;
}
