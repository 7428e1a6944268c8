import { once } from "node:events";
import http from "node:http";
import { afterEach, expect, test } from "vitest";
import { fastTiming } from "@/e2e/support/job-engine/fast-timing";
import { signingKey } from "@/e2e/support/job-engine/keys";
import { findFreePort } from "@/scripts/free-port";
import { requestApp } from "./app-request";
import { isSignedWith, signBody } from "./signature";

let server: http.Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const listen = async (handler: http.RequestListener): Promise<number> => {
  server = http.createServer(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
};
const ask = (port: number, { timeout = 30_000, signal = new AbortController().signal, body = "{}" } = {}) =>
  requestApp({ url: new URL(`http://127.0.0.1:${port}/api/inngest`), method: "POST", body, timeout, signal }, signingKey, fastTiming);

test("a signed answer is an answer, whatever its status", async () => {
  let isSigned = false;
  const port = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      isSigned = isSignedWith(signingKey, Buffer.concat(chunks).toString(), String(request.headers["x-inngest-signature"]));
      response.writeHead(500, { "x-inngest-signature": signBody('"nö"', signingKey), "retry-after": "5" }).end('"nö"');
    });
  });
  expect(await ask(port, { body: '{"ü":"€"}' })).toMatchObject({ type: "answered", status: 500, body: '"nö"', headers: { "retry-after": "5" } });
  expect(isSigned).toBe(true);
});

test("where nobody listens, nothing was sent", async () => {
  expect(await ask(await findFreePort())).toEqual({ type: "unreachable", reason: expect.stringContaining("ECONNREFUSED") });
});

test("an answer without a signature is none", async () => {
  const port = await listen((_request, response) => response.writeHead(502).end("Bad Gateway"));
  expect(await ask(port)).toEqual({ type: "interrupted", reason: "the app answered 502 without a signature" });
});

test("a refused signature is explained", async () => {
  const port = await listen((_request, response) => response.writeHead(401).end("{}"));
  expect(await ask(port)).toMatchObject({ type: "interrupted", reason: expect.stringContaining("INNGEST_SIGNING_KEY differs") });
});

test.each<[string, http.RequestListener]>([
  ["before the answer", (request) => request.socket.destroy()],
  ["in the middle of it", (_request, response) => response.writeHead(200, { "content-length": 100 }).write('"half', () => response.destroy())],
])("a connection that breaks %s interrupts the call", async (_when, handler) => {
  expect(await ask(await listen(handler))).toMatchObject({ type: "interrupted" });
});

test("a call without an answer in time is interrupted", async () => {
  const port = await listen(() => {});
  expect(await ask(port, { timeout: 200 })).toEqual({ type: "interrupted", reason: "no answer in time" });
});

test("a call can be given up", async () => {
  const giveUp = new AbortController();
  const port = await listen(() => giveUp.abort());
  expect(await ask(port, { signal: giveUp.signal })).toMatchObject({ type: "interrupted" });
});
