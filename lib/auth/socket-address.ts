import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/** Node announces every request here before anybody handles it: {request, response, socket, server}. */
const requestStart = "http.server.request.start";

let isWatching = false;

/**
 * Makes `x-forwarded-for` the address of the socket, whatever the browser sent, from the next request of this process on.
 * Next keeps a header that is already there, so without a proxy in front anybody could give a new address with every try to
 * sign in. An APP_URL with https means that there is a proxy, which appends the true address itself: nothing is done then.
 */
export function trustSocketAddresses(appUrl: string): void {
  if (isWatching || appUrl.startsWith("https://")) return;
  isWatching = true;
  subscribe(requestStart, overwriteForwardedFor);
}

function overwriteForwardedFor(message: unknown): void {
  if (typeof message !== "object" || message === null || !("request" in message)) return;
  const { request } = message;
  if (request instanceof IncomingMessage) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
}
