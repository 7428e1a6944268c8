import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { DocumentsTrouble } from "@/lib/export/documents-trouble";
import type { StandingError } from "@/lib/export/export-standing";
import type { StoredFollowUp } from "@/lib/export/stored-follow-ups";
import type { ConnectionState, DocumentState, ExportState, ImportState, WebhookState } from "@/lib/generated/prisma/enums";
import type { GuardQuestion, RunError } from "@/lib/runs/stored-outcome";
import type { FreshnessState } from "@/lib/sync/freshness";

/** One kind of record in a sync that is over. */
export type ImportFact = { runId: string; kind: RecordKind; state: ImportState; failed: number; error: RunError | null; guard: GuardQuestion | null; at: Date };

/** A work order's export with which something may be wrong. */
export type IntentFact = {
  workOrder: { id: string; number: string };
  state: ExportState;
  attempts: number;
  ticket: string | null;
  requestedAt: Date;
  sendingAt: Date | null;
  finishedAt: Date | null;
  documentNumber: string | null;
  documentUrl: string | null;
  documentState: DocumentState | null;
  waitsFor: StandingError | null;
  problems: ExportProblem[];
  followUps: StoredFollowUp[];
};

export type WebhookFact = { state: WebhookState; attempts: number; checkedAt: Date | null; problem: RunError | null };

export type DeliveryFacts = { count: number; firstAt: Date; lastAt: Date; events: string[] };

export type FailedRecord = { kind: RecordKind; key: string; label: string };

/** What stands about a connection in the database: from this alone follows what is wrong with it. */
export type IssueFacts = {
  accountId: string;
  vendor: string;
  vendorName: string;
  state: ConnectionState;
  stateReason: string | null;
  /** When somebody has entered the login the last time. */
  credentialsSetAt: Date | null;
  administration: string | null;
  hasAdministrations: boolean;
  isLicensed: boolean;
  licenceEndedAt: Date | null;
  freshness: FreshnessState;
  dueSince: Date | null;
  lastSuccessAt: Date | null;
  documentsTrouble: DocumentsTrouble | null;
  /** The kinds that its switches have imported, and what comes along with them. */
  kinds: readonly RecordKind[];
  /** Of the last syncs, the newest first. */
  imports: readonly ImportFact[];
  failedRecords: readonly FailedRecord[];
  webhook: WebhookFact | null;
  /** Null: every delivery was fetched, or what it told of came in since. */
  failedDeliveries: DeliveryFacts | null;
  intents: readonly IntentFact[];
  /** Follow-ups without which an export is not over. */
  requiredFollowUps: readonly string[];
};
