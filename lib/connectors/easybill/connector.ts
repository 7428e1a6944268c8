import type { Connector, Retrieval, VendorContext } from "@/lib/connectors/connector";
import { EasybillClient, type EasybillSettings } from "./client";
import { createEasybillExporter } from "./invoices/exporter";
import { easybillLoginSchema } from "./login-schema";
import { createEasybillLookUp } from "./look-up";
import { easybillManifest } from "./manifest";
import { readContacts } from "./retrievals/contacts";
import { customers } from "./retrievals/customers";
import { readListPass } from "./retrievals/list-pass";
import { positions } from "./retrievals/positions";
import { categories, employees } from "./retrievals/small-lists";
import { easybillSettingsSchema } from "./settings-schema";
import { verifyKey } from "./verify-key";
import { createEasybillWebhooks } from "./webhooks/webhooks";

/** @param settings read when a conversation begins, so that making a connector needs no environment */
export function createEasybillConnector(settings: () => EasybillSettings): Connector {
  const open = (context: VendorContext) => new EasybillClient(context, settings());
  const byPages = { schedule: "automatic", step: "page" } as const;
  const retrievals: readonly Retrieval[] = [
    { id: "customers", imports: ["relations"], kinds: ["relations", "deliveryAddresses"], ...byPages, read: (context, pass) => readListPass(open(context), pass, customers) },
    { id: "categories", imports: ["categories"], kinds: ["categories"], ...byPages, read: (context, pass) => readListPass(open(context), pass, categories) },
    {
      id: "positions",
      imports: ["materials", "hourTypes"],
      kinds: ["materials", "hourTypes"],
      ...byPages,
      read: (context, pass) => {
        const client = open(context);
        return readListPass(client, pass, positions(client, pass));
      },
    },
    { id: "employees", imports: ["employees"], kinds: ["employees"], ...byPages, read: (context, pass) => readListPass(open(context), pass, employees) },
    // One request per customer: last, so that it is in nobody's way.
    { id: "contacts", imports: ["contacts"], kinds: ["contacts"], ...byPages, read: (context, pass) => readContacts(open(context), pass) },
  ];
  return {
    manifest: easybillManifest,
    loginSchema: easybillLoginSchema,
    settingsSchema: easybillSettingsSchema,
    verify: (context) => verifyKey(open(context)),
    retrievals,
    exporter: createEasybillExporter(open),
    lookUp: createEasybillLookUp(open),
    webhooks: createEasybillWebhooks(open, () => settings().apiUrl),
  };
}
