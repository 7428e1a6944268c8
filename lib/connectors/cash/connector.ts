import type { Connector, Retrieval, VendorContext } from "@/lib/connectors/connector";
import { cashLoginSchema } from "./login-schema";
import { createCashLookUp } from "./look-up";
import { cashManifest } from "./manifest";
import { readEmployee } from "./records/employee";
import { readWarehouse } from "./records/warehouse";
import { readArticles } from "./retrievals/articles";
import { readRelations } from "./retrievals/relations";
import { readWholeTable } from "./retrievals/whole-table";
import { createCashExporter } from "./sales/exporter";
import { CashSession, type CashSettings } from "./session";
import { cashSettingsSchema } from "./settings-schema";
import { verifyLogin } from "./verify-login";

/** @param settings read when a conversation begins, so that making a connector needs no environment */
export function createCashConnector(settings: () => CashSettings): Connector {
  const open = (context: VendorContext) => new CashSession(context, settings());
  // An export asks many small things in one conversation: one session for all of them.
  const sessions = new WeakMap<VendorContext, CashSession>();
  const openOnce = (context: VendorContext) => {
    const session = sessions.get(context) ?? open(context);
    sessions.set(context, session);
    return session;
  };
  const retrievals: readonly Retrieval[] = [
    {
      id: "relations",
      imports: ["relations"],
      kinds: ["relations", "deliveryAddresses"],
      schedule: "automatic",
      step: "table",
      read: (context, pass) => readRelations(open(context), pass),
    },
    {
      id: "articles",
      imports: ["materials", "hourTypes"],
      kinds: ["materials", "hourTypes"],
      schedule: "automatic",
      step: "table",
      read: (context, pass) => readArticles(open(context), pass),
    },
    {
      id: "warehouses",
      imports: ["warehouses"],
      kinds: ["warehouses"],
      schedule: "automatic",
      step: "table",
      read: (context, pass) => {
        const session = open(context);
        const { allWarehouses: command, warehouseRecord: recordName } = session.fieldMap;
        return readWholeTable(session, pass, { kind: "warehouses", command, recordName, read: readWarehouse });
      },
    },
    {
      id: "employees",
      imports: ["employees"],
      kinds: ["employees"],
      schedule: "manual",
      step: "table",
      read: (context, pass) => {
        const session = open(context);
        const { allEmployees: command, employeeRecord: recordName } = session.fieldMap;
        return readWholeTable(session, pass, { kind: "employees", command, recordName, read: readEmployee });
      },
    },
  ];
  return {
    manifest: cashManifest,
    loginSchema: cashLoginSchema,
    settingsSchema: cashSettingsSchema,
    verify: (context) => verifyLogin(open(context)),
    retrievals,
    exporter: createCashExporter(openOnce, () => settings().fieldMap),
    lookUp: createCashLookUp(open),
    webhooks: null,
  };
}
