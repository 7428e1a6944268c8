import { createHmac, timingSafeEqual } from "node:crypto";
import type { ReadDelivery } from "@/lib/connectors/webhooks";

/** EasyBill does not say how it signs: these are the usual headers, each an HMAC over the raw body. */
const signatureHeaders = ["x-easybill-signature", "x-hub-signature-256", "x-hub-signature"] as const;

type Signed = { headers: Readonly<Record<string, string>>; body: string; secret: string };

/** Whether a delivery is signed with the secret: every signature it carries must be right. */
export function checkSignature({ headers, body, secret }: Signed): ReadDelivery["signature"] {
  const carried = signatureHeaders.flatMap((name) => headers[name] ?? []);
  if (carried.length === 0) return "absent";
  return carried.every((signature) => isRight(signature.trim(), body, secret)) ? "valid" : "invalid";
}

/** `sha256=` and the like may stand in front; the algorithm is told from the length, and hex from base64 as well. */
function isRight(signature: string, body: string, secret: string): boolean {
  const written = signature.replace(/^sha(1|256)=/i, "");
  const given = /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(written) ? Buffer.from(written, "hex") : Buffer.from(written, "base64");
  const algorithm = given.length === 32 ? "sha256" : given.length === 20 ? "sha1" : null;
  return algorithm !== null && timingSafeEqual(given, createHmac(algorithm, secret).update(body).digest());
}
