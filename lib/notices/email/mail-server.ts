import { z } from "zod";

/** The mail server of this installation, and the address its e-mails come from. */
export type MailServer = { url: string; from: string };

/**
 * Reads SMTP_URL: `smtp://user:password@host:587?from=notices@example.com`, or `smtps://` for TLS from the first byte. Other parameters are nodemailer's.
 * Without `from`, e-mails come from no-reply at the host of the application's own address. Null: it has not this form.
 */
export function readMailServer(text: string, appUrl: string): MailServer | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^smtps?:$/.test(url.protocol) || url.hostname === "") return null;
  const given = url.searchParams.get("from");
  url.searchParams.delete("from");
  const from = z.email().safeParse(given);
  if (given !== null && !from.success) return null;
  return { url: url.href, from: from.data ?? `no-reply@${new URL(appUrl).hostname}` };
}
