import type { KeyRing } from "@/lib/crypto/key-ring";
import type { Database } from "@/lib/db";
import { env } from "@/lib/env";
import { readMailServer, type MailServer } from "@/lib/notices/email/mail-server";
import { publicAddresses, type AddressPolicy } from "@/lib/notices/webhook/address-policy";
import { resolveByDns, type Resolve } from "@/lib/notices/webhook/checked-lookup";
import { syncEngine, type FindConnector } from "@/lib/sync/engine";
import type { Timing } from "@/lib/timing";

/** Everything notices stand on; tests hand over their own. */
export type NoticeEngine = {
  db: Database;
  timing: Timing;
  keyRing: KeyRing;
  findConnector: FindConnector;
  /** Where links lead. */
  appUrl: string;
  /** Null: this installation sends no e-mails. */
  mailServer: MailServer | null;
  policy: AddressPolicy;
  resolve: Resolve;
};

/** The engine of this process. */
export function noticeEngine(): NoticeEngine {
  const { APP_URL: appUrl } = env();
  return { ...syncEngine(), appUrl, mailServer: mailServer(), policy: publicAddresses, resolve: resolveByDns };
}

/** The mail server of this installation; null: there is none. */
export function mailServer(): MailServer | null {
  const { SMTP_URL, APP_URL } = env();
  return SMTP_URL === undefined ? null : readMailServer(SMTP_URL, APP_URL);
}
