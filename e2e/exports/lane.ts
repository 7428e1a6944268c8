import { randomBytes, randomUUID } from "node:crypto";
import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import { startCashSandbox, type CashSandbox } from "@/e2e/sandbox/cash/start";
import type { Connector } from "@/lib/connectors/connector";
import type { RecordKind } from "@/lib/connectors/records";
import { seal } from "@/lib/crypto/seal";
import { openDatabase, type Database } from "@/lib/db";
import type { ExportEngine } from "@/lib/export/engine";
import { createExportingAccount, type ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { makeLaneEngine, type Circumstances } from "./lane-engine";

/** An account with its own Cash and its own time: what is proved in one lane disturbs no other. */
export type Lane = ExportingAccount & {
  readonly databaseUrl: string;
  readonly sandbox: CashSandbox;
  readonly connector: Connector;
  /** Of somebody who lives for ever. */
  readonly engine: ExportEngine;
  /** For as long as it lasts, Cash may take this long to answer (milliseconds), and is spoken to by this WSDL. */
  arrange(arrangement: { answerTimeout: number; version: "2015" | "3.0" }): void;
  /** What another process must know to export for it. */
  circumstances(): Circumstances;
  now(): Date;
  /** Lets time pass, here and at Cash. */
  passTo(moment: Date): Promise<void>;
  close(): Promise<void>;
};

/** What both sides know. Relation numbers and codes as Cash writes them. */
export const known = { relation: "010023", materials: ["AFSL", "KNIE15"], hourType: "MONT" } as const;

/** That a machine is busy breaks no promise: so long is waited for the database (milliseconds). */
export const patience = 180_000;

/** Opens one on a migrated database, for a while: a Cash with many orders is slow to read. */
export async function openLane(databaseUrl: string): Promise<Lane> {
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
  return {
    ...account,
    databaseUrl, sandbox, connector, engine, now,
    circumstances: () => ({ ...circumstances }),
    arrange: ({ answerTimeout, version }) => {
      circumstances.answerTimeout = answerTimeout;
      circumstances.wsdlUrl = version === "2015" ? sandbox.wsdl2015Url : sandbox.wsdlUrl;
    },
    passTo: async (moment) => {
      const milliseconds = Math.max(0, Math.ceil(moment.getTime() - now().getTime()));
      circumstances.ahead += milliseconds;
      await sandbox.advanceClock({ milliseconds });
    },
    close: async () => {
      await db.close();
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
