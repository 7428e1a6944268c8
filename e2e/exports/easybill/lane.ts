import { randomBytes, randomUUID } from "node:crypto";
import { makeEngine } from "@/e2e/exports/make-engine";
import { patience, type Lane, type Stock } from "@/e2e/exports/lane";
import { openMortalDatabases } from "@/e2e/exports/mortal-database";
import { startEasybillSandbox, type EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { createAccount } from "@/e2e/support/people";
import { createEasybillConnector } from "@/lib/connectors/easybill/connector";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import { seal } from "@/lib/crypto/seal";
import { openDatabase, type Database } from "@/lib/db";
import type { ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { ensureVendorWorkStatuses } from "@/lib/work-statuses/ensure-vendor-work-statuses";
import type { EasybillPlan } from "./plan";

/** A lane with its own EasyBill. */
export type EasybillLane = Lane<EasybillPlan> & { readonly sandbox: EasybillSandbox };

const stock = {
  materials: ["4711", "4712"],
  hourType: "MONT",
  customer: { debtorNumber: "70001", name: "Bäckerei Kornblume", street: "Dorfstraße", houseNumber: "12", postalCode: "10115", city: "Berlin", countryCode: "DE" },
  newcomer: (name: string, debtorNumber: string | null) => ({ debtorNumber, name, street: "Hafenstraße", houseNumber: "4", postalCode: "20457", city: "Hamburg", countryCode: "DE", email: "rechnung@neu.example" }),
} satisfies Stock;

/** Opens one on a migrated database, for a while: an EasyBill with many documents is slow to read. */
export async function openLane(databaseUrl: string): Promise<EasybillLane> {
  const sandbox = await startEasybillSandbox({ customers: 1, plusCustomers: 1, positions: 1, plusPositions: 1, logins: 1, contacts: false, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
  const db = openDatabase(databaseUrl, { connections: 3, patience });
  const account = await createEasybillAccount(db);
  const circumstances = { key: randomBytes(32).toString("base64"), answerTimeout: 30_000, ahead: 0 };
  const { engine, connector } = makeEngine(db, createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl })), () => circumstances);
  const { accountId, connectionId } = account;
  const where = { id: connectionId, accountId };
  const sealed = (apiKey: string) => ({ apiKey: seal(apiKey, { ...account, field: "apiKey" }, engine.keyRing) });
  await db.prisma.connection.update({ where, data: { secrets: sealed(sandbox.keys.business) } });
  await enterKnown(db, account, sandbox);

  const { now } = engine.timing;
  const mortals = openMortalDatabases(databaseUrl);
  return {
    ...account,
    mortals, sandbox, connector, engine, now, stock,
    begin: async ({ answerTimeout, faults, settings, isKeyRevoked }) => {
      circumstances.answerTimeout = answerTimeout;
      await sandbox.setFaults(faults);
      await db.prisma.connection.update({ where, data: { settings: easybillSettingsSchema.parse({ exports: { isOn: true, ...settings } }), settingsVersion: { increment: 1 } } });
      if (isKeyRevoked) await sandbox.revokeKey();
    },
    calm: async () => {
      await sandbox.setFaults([]);
    },
    // The old key is worth nothing from then on.
    reconnect: async () => {
      if ((await db.prisma.connection.count({ where: { ...where, state: "action_required" } })) === 0) return false;
      await db.prisma.connection.update({ where, data: { state: "connected", stateReason: null, secrets: sealed(await sandbox.renewKey()) } });
      return true;
    },
    tellRequests: async () => (await sandbox.requests()).slice(-60).map(({ at, operation, method, path, status, faults }) => `EasyBill ${at} ${operation} ${method} ${path} → ${status} ${faults.join(" ")}`),
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

async function createEasybillAccount(db: Database): Promise<ExportingAccount> {
  const { id: accountId } = await createAccount(db);
  await db.prisma.licence.create({ data: { accountId, vendor: "easybill", state: "active", startedAt: new Date("2026-01-01") } });
  const connection = await db.prisma.connection.create({ data: { accountId, vendor: "easybill", state: "connected", login: { plan: "business" }, secrets: {}, administrations: [], settings: easybillSettingsSchema.parse({ exports: { isOn: true } }) } });
  const statuses = await db.prisma.$transaction((tx) => ensureVendorWorkStatuses(tx, { accountId, vendor: "easybill", vendorName: "EasyBill", locale: "de" }));
  return { accountId, connectionId: connection.id, ...statuses };
}

async function enterKnown(db: Database, { accountId, connectionId }: ExportingAccount, sandbox: EasybillSandbox): Promise<void> {
  const { debtorNumber, name } = stock.customer;
  const [customerId, ...positionIds] = await sandbox.act([
    { act: "create", table: "customers", fields: { number: debtorNumber, company_name: name, last_name: "Jansen", street: "Dorfstraße 12", zip_code: "10115", city: "Berlin", emails: ["info@kornblume.example"] } },
    ...stock.materials.map((number) => ({ act: "create", table: "positions", fields: { number, description: `Artikel ${number}`, sale_price: 1250, type: "PRODUCT" } }) as const),
    { act: "create", table: "positions", fields: { number: stock.hourType, description: "Monteurstunde", sale_price: 6800, type: "SERVICE" } },
  ]);
  const link = (kind: RecordKind, externalId: number | undefined, localId: string) =>
    db.prisma.externalLink.create({ data: { accountId, connectionId, administration: "", kind, externalId: String(externalId), localId, hash: "x" } });
  const relation = { id: randomUUID(), accountId, debtorNumber, name, street: "Dorfstraße 12", postalCode: "10115", city: "Berlin", countryCode: "DE" };
  await db.prisma.relation.create({ data: relation });
  await link("relations", customerId, relation.id);
  for (const [place, code] of stock.materials.entries()) {
    const { id } = await db.prisma.material.create({ data: { accountId, code, name: `Artikel ${code}`, unit: "Stk", price: "12.5" } });
    await link("materials", positionIds[place], id);
  }
  const { id } = await db.prisma.hourType.create({ data: { accountId, code: stock.hourType, name: "Montage", price: "68" } });
  await link("hourTypes", positionIds.at(-1), id);
}
