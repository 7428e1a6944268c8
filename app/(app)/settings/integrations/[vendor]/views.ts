import type { ConnectionView, VendorView } from "@/components/settings/vendor-view";
import type { Connection } from "@/lib/connections/read-connection";
import type { Connector, ExportSettings } from "@/lib/connectors/connector";
import { exportFields, isVendorId } from "@/lib/connectors/schemas";
import { describeFields, type OptionLists } from "@/lib/forms/form-fields";

/** A vendor as its page draws it; null for one without forms. `interval`: minutes between two automatic syncs. */
export function toVendorView({ manifest, loginSchema, retrievals }: Connector, interval: number): VendorView | null {
  const { id, name, hasAdministrations, imports, trialDays } = manifest;
  if (!isVendorId(id)) return null;
  const isAutomatic = (kind: (typeof imports)[number]) => retrievals.some((one) => one.schedule === "automatic" && one.imports.includes(kind));
  return {
    id,
    name,
    hasAdministrations,
    trialDays,
    interval,
    fields: describeFields(loginSchema),
    imports: imports.map((kind) => ({ kind, isManualOnly: !isAutomatic(kind) })),
    shared: retrievals.filter((retrieval) => retrieval.imports.length > 1).map((retrieval) => [...retrieval.imports]),
    exports: exportFields(id),
  };
}

/** A connection as the forms start from it; its export options name the work status that sends, even where it is the standard one. */
export function toConnectionView(connection: Connection, { fields }: VendorView, exports: ExportSettings, lists: OptionLists): ConnectionView {
  const isConnected = connection.state !== "disconnected";
  return {
    isConnected,
    login: connection.login,
    storedSecrets: isConnected ? fields.filter(({ control }) => control === "secret").map(({ name }) => name) : [],
    credentialsSetAt: connection.credentialsSetAt?.toISOString() ?? null,
    credentialsSetBy: connection.credentialsSetBy,
    person: connection.person,
    administrations: connection.administrations,
    administration: connection.administration,
    imports: connection.settings.imports,
    exports,
    lists,
    settingsVersion: connection.settingsVersion,
  };
}
