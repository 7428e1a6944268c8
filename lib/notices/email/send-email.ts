import { createTransport } from "nodemailer";
import { delivered, undelivered, type Delivery } from "@/lib/notices/delivery";
import type { MailServer } from "@/lib/notices/email/mail-server";

export type Email = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every try, so that a receiver knows one that comes twice. */
  messageId: string;
  /** What it answers, so that mail programs show both together. */
  references: readonly string[];
};

/**
 * Hands an e-mail to the mail server. nodemailer writes the headers, so that no address or subject can add one. Out: what became of it; it does not throw.
 * @param timeout of connecting, of the greeting and of every silence, in milliseconds
 */
export async function sendEmail({ url, from }: MailServer, { to, references, ...email }: Email, timeout: number): Promise<Delivery> {
  const transport = createTransport(withTimeout(url, timeout));
  try {
    await transport.sendMail({
      ...email, from: { name: "OutSmart", address: from }, to: { name: "", address: to }, disableFileAccess: true, disableUrlAccess: true,
      ...(references.length > 0 ? { references: [...references], inReplyTo: references[0] } : {}),
      // No program answers it, and none says that somebody is on holiday.
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
    return delivered();
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

/** Beside an address nodemailer reads no other options: they stand in it. What somebody has said there stays. */
function withTimeout(address: string, timeout: number): string {
  const url = new URL(address);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) if (!url.searchParams.has(name)) url.searchParams.set(name, String(timeout));
  return url.href;
}

/** What nodemailer tells of an error. A connection that broke or fell silent may have delivered before; one that never stood has not. */
function failureOf(error: unknown): Delivery {
  const told: { code?: unknown; responseCode?: unknown; syscall?: unknown; message?: string } = error instanceof Error ? error : {};
  const answer = typeof told.responseCode === "number" ? told.responseCode : null;
  switch (told.code) {
    case "EAUTH":
    case "ENOAUTH":
      return undelivered("loginRefused", answer);
    case "EENVELOPE":
      return undelivered("addressRefused", answer);
    case "EDNS":
      return undelivered("hostUnknown");
    case "ETLS":
      return undelivered("certificate");
    case "ETIMEDOUT":
      return undelivered(told.message === "Timeout" ? "slow" : "unreachable");
    case "ESOCKET":
    case "ECONNECTION":
      return undelivered(told.syscall === "connect" ? "unreachable" : "broken", answer);
    default:
      return answer === null ? undelivered("unexpected") : undelivered("mailRefused", answer);
  }
}
