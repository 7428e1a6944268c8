import type { ServerAction } from "@/components/actions/use-server-action";
import type { Locale } from "@/lib/i18n/locales";
import type { Delivery } from "@/lib/notices/delivery";
import type { ReceiverRow } from "@/lib/notices/list-receivers";
import type { QuietHours } from "@/lib/notices/quiet-hours";
import type { ReceiverRefusal } from "@/lib/notices/receivers";
import type { NoticeTopic } from "@/lib/notices/topics";

/** What is entered of a receiver. */
export type ReceiverEntry = { address: string; locale: Locale; topics: NoticeTopic[]; quiet: QuietHours | null };
type Refused = { outcome: "refused"; reason: ReceiverRefusal };

export type AddAction = ServerAction<ReceiverEntry & { channel: ReceiverRow["channel"] }, { outcome: "added"; secret: string | null } | Refused>;

/** What administrators can do with a receiver; the page hands it in. */
export type ReceiverActions = {
  change: ServerAction<ReceiverEntry & { id: string }, { outcome: "changed" } | Refused>;
  switch: ServerAction<{ id: string; isOn: boolean }, { isOn: boolean }>;
  remove: ServerAction<{ id: string }, { outcome: "removed" }>;
  renewSecret: ServerAction<{ id: string }, { secret: string }>;
  test: ServerAction<{ id: string }, Delivery>;
};

/** The account's clock (IANA name) and the person's language. */
export type NoticeSurroundings = { timeZone: string; locale: Locale };

/** A receiver without what it was told. */
export type Receiver = Omit<ReceiverRow, "notices">;
