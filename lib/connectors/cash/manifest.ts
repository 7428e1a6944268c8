import type { Manifest } from "@/lib/connectors/connector";

export const cashManifest: Manifest = {
  id: "cash",
  name: "Cash",
  country: "NL",
  imports: ["relations", "materials", "hourTypes", "warehouses", "employees"],
  hasAdministrations: true,
  requestsPerMinute: () => 100,
  trialDays: 14,
};
