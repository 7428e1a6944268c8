import { once } from "node:events";
import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { AppError } from "@/lib/errors";
import type { Timing } from "@/lib/timing";

export type WireRequest = { method: "GET" | "POST" | "PUT" | "DELETE"; address: string; headers: Record<string, string>; body: string | Uint8Array };

/** How a vendor's folder words a request that failed on its way; `detail` is for the log. */
type WireFailure = (code: "vendor_unreachable" | "vendor_slow" | "vendor_incomplete", options: { detail: string; cause?: unknown }) => AppError;

/** On whose behalf a request is made. */
export type WireSide = { timing: Timing; signal: AbortSignal; fail: WireFailure };

/**
 * Called at the moment from which on the other side may get bytes of the request: the connection stands. An error before it means
 * that certainly nothing was received; one after it means nothing at all.
 */
export type OnDeparture = () => void;

/** An answer whose headers are here; its body comes piece by piece, no faster than it is read. */
export type WireAnswer = { status: number; headers: IncomingHttpHeaders; pieces: AsyncIterable<Uint8Array> };

/**
 * Sends one request on a connection of its own. (A kept connection may be closed by the other side at the moment it is used
 * again, which cannot be told from a request that was worked on.)
 * @throws AppError vendor_unreachable, vendor_slow; while reading vendor_incomplete, vendor_slow; the signal's reason when it is aborted
 */
export async function sendRequest(side: WireSide, wanted: WireRequest, onDeparture: OnDeparture = () => undefined): Promise<WireAnswer> {
  const { timing, signal, fail } = side;
  signal.throwIfAborted();
  const url = new URL(wanted.address);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const request = send(url, { method: wanted.method, headers: { ...wanted.headers, "Content-Length": Buffer.byteLength(wanted.body) }, agent: false, signal });
  // An error after the answer has begun reaches whoever reads its body; without a listener here it would end the process.
  request.on("error", () => undefined);
  let isConnected = false;
  const limit = { timer: setTimeout(() => request.destroy(fail("vendor_unreachable", { detail: "no connection in time" })), timing.vendorConnectTimeout) };
  request.once("socket", (socket) => {
    socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
      isConnected = true;
      onDeparture();
      clearTimeout(limit.timer);
      limit.timer = setTimeout(() => request.destroy(fail("vendor_slow", { detail: "no answer in time" })), timing.vendorAnswerTimeout);
    });
  });
  request.end(wanted.body);
  try {
    const [response]: IncomingMessage[] = await once(request, "response");
    if (response === undefined) throw new Error("no response");
    return { status: response.statusCode ?? 0, headers: response.headers, pieces: readPieces(response, side) };
  } catch (error) {
    signal.throwIfAborted();
    throw toWireFailure(fail, error, "vendor_unreachable", isConnected ? "the connection broke off" : "no connection");
  } finally {
    clearTimeout(limit.timer);
  }
}

/** Only waiting for the other side counts: while nobody asks for the next piece, the time does not run. */
async function* readPieces(response: IncomingMessage, { timing, signal, fail }: WireSide): AsyncGenerator<Uint8Array> {
  const iterator: AsyncIterator<Uint8Array> = response[Symbol.asyncIterator]();
  try {
    for (;;) {
      const timer = setTimeout(() => response.destroy(fail("vendor_slow", { detail: "the answer stands still" })), timing.vendorIdleTimeout);
      const result = await iterator.next().finally(() => clearTimeout(timer));
      if (result.done === true) return;
      yield result.value;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw toWireFailure(fail, error, "vendor_incomplete", "the connection broke off");
  } finally {
    response.destroy();
  }
}

function toWireFailure(fail: WireFailure, error: unknown, code: "vendor_unreachable" | "vendor_incomplete", detail: string): unknown {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return fail(code, { cause: error, detail: `${detail}${reason}` });
}
