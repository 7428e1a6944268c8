import { randomBytes, randomUUID } from "node:crypto";
import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { seal } from "@/lib/crypto/seal";
import { openDatabase, type Database } from "@/lib/db";
import { createExportingAccount, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { patience, type Lane, type Stock } from "@/e2e/exports/lane";
import { openMortalDatabases } from "@/e2e/exports/mortal-database";
import { makeLaneEngine, type Circumstances } from "./lane-engine";
import type { CashPlan } from "./plan";

/** A lane with its own Cash. */
export type CashLane = Lane<CashPlan> & {
  readonly sandbox: CashSandbox;
  /** What another process must know to export for it. */
  circumstances(): Circumstances;
};

/** What both sides know. Relation numbers and codes as Cash writes them. */
export const known = { relation: "010023", materials: ["AFSL", "KNIE15"], hourType: "MONT" } as const;

const stock = {
  ...known,
  customer: { debtorNumber: "10023", name: "Bakkerij Van Leeuwen", street: "Markt", houseNumber: "3", postalCode: "4811 XR", city: "Breda", countryCode: "NL" },
  newcomer: (name: string, debtorNumber: string | null) => ({ debtorNumber, name, street: "Havenkade", houseNumber: "4", postalCode: "4811 AB", city: "Breda", countryCode: "NL" }),
} satisfies Stock;

/** Opens one on a migrated database, for a while: a Cash with many orders is slow to read. */
export async function openLane(databaseUrl: string): Promise<CashLane> {
  const sandbox = await startCashSandbox({ relations: 2, secondRelations: 2, articles: 4, warehouses: 1, employees: 1, protocol: { requestsPerMinute: 0, tokenLifetimeMinutes: 1_000_000 } });
  const db = openDatabase(databaseUrl, { connections: 3, patience });
  const account = await createExportingAccount(db);
  const circumstances = { connectionId: account.connectionId, key: randomBytes(32).toString("base64"), wsdlUrl: sandbox.wsdlUrl, answerTimeout: 30_000, ahead: 0 };
  const { engine, connector } = makeLaneEngine(db, () => circumstances);
  const { relation: relationCode, email, password } = demoCredentials;
  const secrets = { password: seal(password, { ...account, field: "password" }, engine.keyRing) };
  await db.prisma.connection.update({ where: { id: account.connectionId }, data: { login: { relationCode, email }, secrets, nextSyncAt: null } });
  await enterKnown(db, account, sandbox);

  const { now } = engine.timing;
  const mortals = openMortalDatabases(databaseUrl);
  return {
    ...account,
    mortals, sandbox, connector, engine, now, stock,
    circumstances: () => ({ ...circumstances }),
    begin: async ({ answerTimeout, version, faults }) => {
      circumstances.answerTimeout = answerTimeout;
      circumstances.wsdlUrl = version === "2015" ? sandbox.wsdl2015Url : sandbox.wsdlUrl;
      await sandbox.setFaults(faults);
    },
    calm: async () => {
      await sandbox.setFaults([]);
    },
    // Cash takes the login again.
    reconnect: async () => {
      const { count } = await db.prisma.connection.updateMany({ where: { id: account.connectionId, accountId: account.accountId, state: "action_required" }, data: { state: "connected", stateReason: null } });
      return count > 0;
    },
    tellRequests: async () => (await sandbox.requests()).slice(-60).map(({ at, operation, subject, status, code, faults }) => `Cash ${at} ${operation} ${subject} → ${status} ${code ?? ""} ${faults.join(" ")}`),
    passTo: async (moment) => {
      const milliseconds = Math.max(0, Math.ceil(moment.getTime() - now().getTime()));
      circumstances.ahead += milliseconds;
      await sandbox.advanceClock({ milliseconds });
    },
    close: async () => {
      await Promise.all([mortals.close(), db.close()]);
      await sandbox.stop();
    },
  };
}

async function enterKnown(db: Database, { accountId, connectionId }: ExportingAccount, sandbox: CashSandbox): Promise<void> {
  await sandbox.changeRecords("01", [
    { action: "put", table: "0101", fields: { "0101": known.relation, "0103": "Bakkerij Van Leeuwen", "0105": "Markt 3", "0107": "4811 XR BREDA" } },
    { action: "put", table: "2220", fields: { "0101": known.relation } },
    ...known.materials.map((code) => ({ action: "put", table: "2260", fields: { "2260": code, "2001": `Artikel ${code}`, "2262": "M", "2267": "12,50" } }) as const),
    { action: "put", table: "2260", fields: { "2260": known.hourType, "2001": "Montage", "2262": "K", "2267": "68,00" } },
  ]);
  const link = (kind: RecordKind, externalId: string, localId: string) => db.prisma.externalLink.create({ data: { accountId, connectionId, administration: "01", kind, externalId, localId, hash: "x" } });
  const relation = { id: randomUUID(), accountId, debtorNumber: "10023", name: "Bakkerij Van Leeuwen", street: "Markt 3", postalCode: "4811 XR", city: "Breda", countryCode: "NL" };
  await db.prisma.relation.create({ data: relation });
  await link("relations", known.relation, relation.id);
  for (const code of known.materials) {
    const { id } = await db.prisma.material.create({ data: { accountId, code, name: `Artikel ${code}`, unit: "st", price: "12.5", type: "M" } });
    await link("materials", code, id);
  }
  const { id } = await db.prisma.hourType.create({ data: { accountId, code: known.hourType, name: "Montage", price: "68" } });
  await link("hourTypes", known.hourType, id);
}
