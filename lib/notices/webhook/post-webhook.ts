import { once } from "node:events";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { delivered, undelivered, type Delivery, type DeliveryProblem } from "@/lib/notices/delivery";
import type { AddressPolicy } from "@/lib/notices/webhook/address-policy";
import { checkedLookup, isForbiddenLiteral, PrivateAddressError, type Resolve } from "@/lib/notices/webhook/checked-lookup";

/** More of an answer is not read: only its number is of interest. */
const READ_BYTES = 16 * 1024;

export type Webhook = { address: string; headers: Record<string, string>; body: string };

/** `signal`: ends it when its time is up. */
export type WebhookSide = { policy: AddressPolicy; resolve: Resolve; signal: AbortSignal };

/** Posts JSON to an address that a person has entered. Follows no redirect. Out: what became of it; it does not throw. */
export async function postWebhook({ policy, resolve, signal }: WebhookSide, { address, headers, body }: Webhook): Promise<Delivery> {
  const url = new URL(address);
  if (!policy.allowsProtocol(url.protocol) || isForbiddenLiteral(url, policy)) return undelivered("privateAddress");
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const request = send(url, {
    method: "POST", agent: false, signal, lookup: checkedLookup(policy, resolve),
    headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "OutSmart-Notices", connection: "close" },
  });
  // An error after the answer has begun changes nothing any more; without a listener it would end the process.
  request.on("error", () => undefined);
  const progress = { isConnected: false };
  request.once("socket", (socket) => {
    socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => (progress.isConnected = true));
  });
  request.end(body);
  try {
    const [response]: IncomingMessage[] = await once(request, "response");
    const status = response?.statusCode ?? 0;
    await readSome(response);
    if (status >= 300 && status < 400) return undelivered("redirected", status);
    return status >= 200 && status < 300 ? delivered(status) : undelivered("answered", status);
  } catch (error) {
    return undelivered(problemOf(error, progress.isConnected, signal.aborted));
  } finally {
    request.destroy();
  }
}

/** What came back is let go of; a part that breaks off, or never ends, does not take back the number. */
async function readSome(response: IncomingMessage | undefined): Promise<void> {
  let bytes = 0;
  try {
    for await (const piece of response ?? []) {
      bytes += Buffer.byteLength(piece);
      if (bytes >= READ_BYTES) return;
    }
  } catch {
    return;
  }
}

function problemOf(error: unknown, isConnected: boolean, isTooLate: boolean): DeliveryProblem {
  if (error instanceof PrivateAddressError) return "privateAddress";
  // Until the connection stands nothing can have arrived, however long it took.
  if (isTooLate) return isConnected ? "slow" : "unreachable";
  if (isConnected) return "broken";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "hostUnknown";
  return /CERT|SSL|TLS|SELF_SIGNED|ISSUER|SIGNATURE|EPROTO/.test(code) ? "certificate" : "unreachable";
}
