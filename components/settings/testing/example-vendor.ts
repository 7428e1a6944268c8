import type { ConnectionView, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import type { ConnectionStatus } from "@/lib/connections/connection-status";
import { noExports } from "@/lib/connections/export-counts";
import type { ImportStanding } from "@/lib/connections/import-standing";
import { cashLoginSchema } from "@/lib/connectors/cash/login-schema";
import { cashManifest } from "@/lib/connectors/cash/manifest";
import { cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { exportFields } from "@/lib/connectors/schemas";
import { describeFields } from "@/lib/forms/form-fields";

const { id: _id, ...manifest } = cashManifest;
const settings = cashSettingsSchema.parse({});

export const exampleVendor: VendorView = {
  id: "cash", name: manifest.name, hasAdministrations: manifest.hasAdministrations, trialDays: manifest.trialDays, interval: 15,
  fields: describeFields(cashLoginSchema), exports: exportFields("cash"), shared: [["materials", "hourTypes"]],
  imports: manifest.imports.map((kind) => ({ kind, isManualOnly: kind === "employees" })),
};

export const exampleConnection: ConnectionView = {
  isConnected: true, login: { relationCode: "12345", email: "api@bakker.example" }, storedSecrets: ["password"], credentialsSetAt: "2026-11-02T10:00:00.000Z", credentialsSetBy: "Femke Bakker", person: null,
  administrations: [{ code: "001", name: "Bakker B.V." }, { code: "002", name: "Bakker Beheer" }], administration: "001",
  imports: settings.imports, exports: settings.exports, lists: { workStatuses: [], triggerStatuses: [], warehouses: [] }, settingsVersion: 3,
};

export const exampleStanding: ImportStanding = { kind: "relations", records: 3_950, notImported: 1_050, lastReadAt: "2026-11-20T08:36:00.000Z", lastChanges: 6, lastRequestedBy: null };

export const exampleStatus: ConnectionStatus = {
  freshness: { state: "onTime", lastSuccessAt: "2026-11-20T08:36:00.000Z", nextSyncAt: "2026-11-20T08:51:00.000Z", pausedAt: null, reason: null },
  state: "connected", isPaused: false, isLicensed: true, settingsVersion: 3, imports: [exampleStanding], exports: noExports, run: null, question: null, openIssues: 0, budget: { used: 0, perMinute: 100, nextAt: null }, webhook: { state: "none" }, documents: null,
};

const never = () => Promise.resolve({});
export const exampleSettingsActions: SettingsActions = {
  submitLogin: never, save: never, disconnect: never, pause: never, resume: never, sync: never, exportAll: never, registerWebhook: never, run: { cancel: never, confirmGuard: never, keepRecords: never },
};
