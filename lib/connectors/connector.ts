import type { z } from "zod";
import type { Exporter } from "@/lib/connectors/exporter";
import type { LookUp } from "@/lib/connectors/look-up";
import type { ImportKind, RecordKind } from "@/lib/connectors/record-kinds";
import type { SourceRecord } from "@/lib/connectors/records";
import type { Webhooks } from "@/lib/connectors/webhooks";
import type { Timing } from "@/lib/timing";

/**
 * The contract a vendor fulfils. Pages, engines, log and licences are drawn from it; nothing outside a vendor's folder
 * knows more of a vendor than this.
 */

/** One request to a vendor as the log keeps it: secrets masked, texts cut, sizes in bytes, times in milliseconds. */
export type Exchange = {
  operation: string;
  method: string;
  address: string;
  status: number | null;
  startedAt: Date;
  duration: number;
  requestSize: number;
  answerSize: number;
  request: string;
  answer: string;
  outcome: "answered" | "refused" | "failed";
};

/** The login as entered, secret fields included. Lives in memory only. */
export type Login = Record<string, string>;

/** What a connector gets for every conversation with its vendor. */
export type VendorContext = {
  login: Login;
  /** Code of the administration in use; null before one is chosen. */
  administration: string | null;
  timing: Timing;
  /** Aborted when the run is cancelled or the process stops. */
  signal: AbortSignal;
  /** Waits for a place in the connection's rate budget. To be awaited before every single request. */
  takeBudget: () => Promise<void>;
  /** To be called after every request, whatever became of it. */
  recordExchange: (exchange: Exchange) => void;
};

export type Administration = { code: string; name: string };

/** What a login gives access to. Vendors without administrations return an empty list. */
export type Identity = { administrations: Administration[]; person: { name: string; email: string } | null };

/** The vendor's own notation of a moment or page; opaque to the engine. */
export type Cursor = string | number | boolean | null | Cursor[] | { [key: string]: Cursor };

/** How this side stands to records of the vendor; lets a connector that reads only changes notice what else they touch. */
export type KnownRecords = {
  /** External ids → how they stand here. Ids never seen are absent. At most 1,000 ids a call. */
  standing: (kind: RecordKind, externalIds: readonly string[]) => Promise<ReadonlyMap<string, RecordStanding>>;
  /** All external ids of a kind that are active here, in batches of at most 1,000, in ascending order. */
  activeIds: (kind: RecordKind) => AsyncIterable<readonly string[]>;
  /**
   * Active records of a kind under which something else is to be read (contact persons under relations), at most `limit` of them: first those
   * never read under, then those whose version moved since, then the ones read longest ago; not those read since the run began. What hangs under them is handed over in pages with `within`.
   */
  dueBelow: (kind: RecordKind, limit: number) => Promise<readonly DueBelow[]>;
  /** External ids of a kind that are active here and were not handed over in this pass so far, at most `limit` of them. */
  unseen: (kind: RecordKind, limit: number) => Promise<readonly string[]>;
};
/** Why what hangs under a record is to be read: it never was, the record's version moved since, or it is longest ago. */
export type DueBelow = { externalId: string; reason: "new" | "changed" | "oldest" };
export type RecordStanding = { state: "active" } | { state: "inactive"; reason: string | null } | { state: "skipped"; reason: string };

export type PassRequest = {
  /** `complete` reads everything; `changes` what changed since the cursor of the last pass that came to its end. */
  mode: "complete" | "changes";
  /** Cursor of the last pass; null when there was none (then the pass is complete). */
  since: Cursor;
  /** Where a pass that was cut off goes on; null: at the beginning. */
  resume: Cursor;
  /** The kinds that are switched on and asked for; records of other kinds need not be handed over and are not written. */
  kinds: ReadonlySet<RecordKind>;
  known: KnownRecords;
};

/**
 * What a pass hands over, in order. A pass that ends without `end` was cut off: nothing is deactivated after it.
 * Pages hold at most 1,000 records of one kind; relations come before their delivery addresses.
 */
export type PassEvent =
  | {
      type: "page"; kind: RecordKind; records: SourceRecord[]; resume: Cursor; totalPages: number | null;
      /** External ids of relations under which everything of this kind stands on this page: what is here under them and not on it has gone. */
      within?: readonly string[];
      /** The next page comes from the same answer of the vendor: where each page is a step of its own, this one does not end it. `resume` is right all the same. */
      goesOn?: boolean;
    }
  /** `complete`: the kinds of which every record there is was handed over. `cursor`: the `since` of the next pass. */
  | { type: "end"; complete: readonly RecordKind[]; cursor: Cursor };

/** One shared operation at the vendor. Several imports may hang on one retrieval: if one of them is on, it runs. */
export type Retrieval = {
  id: string;
  imports: readonly ImportKind[];
  kinds: readonly RecordKind[];
  /** `manual`: never part of an automatic or nightly sync. */
  schedule: "automatic" | "manual";
  /** `table`: the whole retrieval is one step of a run. `page`: each page is, and `resume` must lead on. */
  step: "table" | "page";
  read: (context: VendorContext, pass: PassRequest) => AsyncIterable<PassEvent>;
};

export type OptionValue = string | number | boolean | null;
export type ExportSettings = { [option: string]: OptionValue };

/** Every vendor's settings hold its import switches under `imports` and its export options under `exports`, if it has some. */
export type ConnectorSettings = { imports: Partial<Record<ImportKind, boolean>>; exports?: ExportSettings };

export type Manifest = {
  /** Also the folder's name, the address of its page and the key of its texts (`vendors.<id>`). */
  id: string;
  /** The vendor's own name, the same in every language. */
  name: string;
  country: "NL" | "DE";
  imports: readonly ImportKind[];
  hasAdministrations: boolean;
  /** Requests a minute that the vendor allows with this login (its fields that are no secret are enough). */
  requestsPerMinute: (login: Readonly<Login>) => number;
  trialDays: number;
};

export type Connector = {
  manifest: Manifest;
  /** Login form: object of strings whose fields are described in `formFields`. */
  loginSchema: z.ZodObject;
  /** Settings form; its defaults are the settings of a new connection. */
  settingsSchema: z.ZodType<ConnectorSettings>;
  /**
   * Tries a login.
   * @throws AppError credentials_refused, no_administration, missing_rights, vendor_unreachable, vendor_slow, vendor_error, vendor_nonsense
   */
  verify: (context: VendorContext) => Promise<Identity>;
  retrievals: readonly Retrieval[];
  /** How it takes sales documents; null: it only brings data in. */
  exporter: Exporter | null;
  /** How it is asked for single records; null: it has no way to. */
  lookUp: LookUp | null;
  /** How it tells of single changes; null: only by being asked. */
  webhooks: Webhooks | null;
};
