import type { ServerAction } from "@/components/actions/use-server-action";
import type { RunActions } from "@/components/runs/run-actions";
import type { FieldProblems } from "@/lib/connections/check-login";
import type { SettingChange } from "@/lib/connections/compare-settings";
import type { Administration, ExportSettings, Identity } from "@/lib/connectors/connector";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { VendorId } from "@/lib/connectors/schemas";
import type { ErrorCode, ErrorParams } from "@/lib/errors";
import type { DescribedField, OptionLists } from "@/lib/forms/form-fields";

/** A vendor as its page is drawn: taken from the manifest, the schemas and the retrievals. */
export type VendorView = {
  id: VendorId;
  name: string;
  fields: DescribedField[];
  hasAdministrations: boolean;
  imports: { kind: ImportKind; isManualOnly: boolean }[];
  /** Imports that come in one retrieval: two or more each. */
  shared: ImportKind[][];
  /** The export options in the order of the page; empty for a vendor that only brings data in. */
  exports: DescribedField[];
  trialDays: number;
  /** Minutes between two automatic syncs. */
  interval: number;
};

/** The connection as the forms start from it; secrets are not part of it. Moments are ISO texts. */
export type ConnectionView = {
  isConnected: boolean;
  login: Record<string, string>;
  /** Names of the secret fields that are stored. */
  storedSecrets: string[];
  credentialsSetAt: string | null;
  credentialsSetBy: string | null;
  /** Whose login it is, where the vendor says it. */
  person: Identity["person"];
  administrations: Administration[];
  administration: string | null;
  imports: Partial<Record<ImportKind, boolean>>;
  exports: ExportSettings;
  /** What the export options are chosen from. */
  lists: OptionLists;
  settingsVersion: number;
};

export type LoginAnswer =
  | { outcome: "connected"; isNew: boolean }
  | { outcome: "incomplete"; problems: FieldProblems }
  | { outcome: "refused"; code: ErrorCode; params: ErrorParams };

export type SaveAnswer =
  | { outcome: "saved"; changes: SettingChange[]; hasNewLogin: boolean; isSyncing: boolean }
  /** So many completed work orders would go out at once: to be confirmed first. Nothing has been stored. */
  | { outcome: "asks"; ahead: number }
  | Exclude<LoginAnswer, { outcome: "connected" }>;

type SaveInput = {
  vendor: string;
  /** Null: the login has not been touched. */
  login: Record<string, string> | null;
  settingsVersion: number;
  administration: string | null;
  imports: Partial<Record<ImportKind, boolean>>;
  exports: ExportSettings;
  /** How many work orders going out at once were confirmed; null: has not been asked. */
  confirmedExports: number | null;
};

/** What the page can do; handed in, because components do not know the application's routes. */
export type SettingsActions = {
  submitLogin: ServerAction<{ vendor: string; login: Record<string, string> }, LoginAnswer>;
  save: ServerAction<SaveInput, SaveAnswer>;
  disconnect: ServerAction<{ vendor: string }, { done: true }>;
  pause: ServerAction<{ vendor: string }, { done: true }>;
  resume: ServerAction<{ vendor: string }, { done: true }>;
  /** `kinds` null: every import that is switched on. */
  sync: ServerAction<{ vendor: string; kinds: ImportKind[] | null }, { runId: string }>;
  /** Everything that is due goes out now. */
  exportAll: ServerAction<{ vendor: string }, { requested: number }>;
  registerWebhook: ServerAction<{ vendor: string }, { done: true }>;
  run: Pick<RunActions, "cancel" | "confirmGuard" | "keepRecords">;
};
