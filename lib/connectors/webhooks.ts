import type { VendorContext } from "@/lib/connectors/connector";
import type { DocumentStanding } from "@/lib/connectors/document-state";
import type { WantedRecord } from "@/lib/connectors/look-up";

/**
 * How a vendor tells of single changes. A delivery is only a hint: what it is about is fetched again by its id. Registration, storage,
 * coalescing and writing are the engine's (`lib/webhooks`); a vendor only speaks its own language.
 */
export type Webhooks = {
  /** Pure: whether the vendor can deliver to this address, from where it stands: https and public, or beside the vendor's stand-in. */
  accepts: (url: string) => boolean;
  /**
   * Has exactly one webhook with this label at the vendor: this address, active, all events it should have. Makes it or mends the one that is
   * there; further ones with the label are removed, those of others stay.
   * @throws AppError as every request does
   */
  register: (context: VendorContext, wanted: { url: string; secret: string; label: string }) => Promise<{ id: string }>;
  /** How the one with this id, which should lead to this address, stands there. */
  inspect: (context: VendorContext, own: { id: string; url: string }) => Promise<WebhookStanding>;
  /** Removes the one with this id and every one with this label; `id` is null where it is not known. What is not there any more counts as removed. */
  remove: (context: VendorContext, own: { id: string | null; label: string }) => Promise<void>;

  /** Pure: what a delivery says. Never throws: a body that cannot be read is an `unknown` subject. Header names in small letters. */
  readDelivery: (delivery: { headers: Readonly<Record<string, string>>; body: string; secret: string }) => ReadDelivery;
  /** How a document that a delivery is about stands now; records are fetched by `Connector.lookUp`. */
  fetchDocument: (context: VendorContext, documentId: string) => Promise<readonly DocumentStanding[]>;
};

/** `failing`: the vendor's last try to deliver was not answered well. `lastResponseAt`: null when it has not delivered anything yet. */
export type WebhookStanding =
  | { state: "working"; lastResponseAt: Date | null }
  | { state: "failing"; lastResponseAt: Date | null; status: number | null; answer: string }
  | { state: "inactive" }
  /** It is delivered to another address. */
  | { state: "elsewhere" }
  | { state: "missing" };

export type ReadDelivery = {
  /** `absent`: the vendor did not sign; the address itself is the secret then. */
  signature: "valid" | "invalid" | "absent";
  /** The vendor's name of the event, for people; "" when it has none. */
  event: string;
  subject: WebhookSubject;
};

/** What a delivery is about. Equal subjects are fetched once. */
export type WebhookSubject =
  /** `parentId`: where the delivery says so. */
  | ({ type: "record" } & WantedRecord)
  | { type: "document"; documentId: string }
  /** Nothing of this application: kept and ignored. */
  | { type: "unknown" };
