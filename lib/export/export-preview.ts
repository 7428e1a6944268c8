import type { FollowUpId, PreparedContent } from "@/lib/connectors/exporter";
import type { ExportProblem, ExportWarning } from "@/lib/connectors/export-problems";
import type { SalesDocument } from "@/lib/connectors/sales-document";
import type { StandingError } from "@/lib/export/export-standing";

/** What an export of a work order would send now, made by the same code as the export. Plain data. */
export type ExportPreview = {
  vendor: string;
  vendorName: string;
  /** Name of the administration it would go to; null: the vendor has none, or none has been chosen. */
  administration: string | null;
  document: SalesDocument;
  /** In the vendor's notation, as it would leave; null while something stands in the way. */
  content: PreparedContent | null;
  problems: readonly ExportProblem[];
  warnings: readonly ExportWarning[];
  /** How the customer stands at the vendor; `unchecked`: it could not be asked. */
  customer: { state: "known"; externalId: string } | { state: "new" } | { state: "missing" } | { state: "unchecked" };
  /** What would be created at the vendor first. */
  toCreate: readonly { kind: "relation" | "article"; key: string; name: string }[];
  /** What would be done with the document once it is booked, in order. */
  followUps: readonly FollowUpId[];
  /** Why the vendor could not be asked; then what is not known here counts as not checked. */
  error: StandingError | null;
};
