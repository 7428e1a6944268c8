import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/roles";
import { openDatabase, type Database } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locales";
import { application } from "./application";
import { createUser, testPassword } from "./people";
import { signIn } from "./sign-in";

/** An account of one spec, with records as an import leaves them: what a spec does to it disturbs no other. */
export type RecordsAccount = {
  readonly db: Database;
  readonly accountId: string;
  /** A page of a browser of its own on which somebody with this role is signed in. */
  open(browser: Browser, role: Role, locale?: Locale): Promise<Page>;
  close(): Promise<void>;
};

/** How many active relations there are: three pages of a list. */
export const relationCount = 130;

/** @throws Error without a database to write to: these specs run under `npm test`, or with E2E_DATABASE_URL set. */
export async function createRecordsAccount(): Promise<RecordsAccount> {
  if (application.databaseUrl === undefined) throw new Error("E2E_DATABASE_URL is not set: run the specs by `npm test`.");
  const db = openDatabase(application.databaseUrl, { connections: 2 });
  const { id: accountId } = await db.prisma.account.create({ data: { name: "Installatiebedrijf Van den Berg", timeZone: "Europe/Amsterdam" } });
  const { id: connectionId } = await db.prisma.connection.create({
    data: {
      accountId, vendor: "cash", state: "connected", login: { relationCode: "1", email: "api@berg.example" }, secrets: {}, administration: "01",
      administrations: [{ code: "01", name: "Van den Berg" }], lastSuccessAt: new Date(),
      settings: { imports: { relations: true, materials: true, hourTypes: true, warehouses: false, employees: false } },
    },
  });
  await db.prisma.licence.create({ data: { accountId, vendor: "cash", state: "active", startedAt: new Date() } });
  await fillRelations(db, accountId, connectionId);
  await fillCatalogue(db, accountId, connectionId);
  return {
    db,
    accountId,
    open: async (browser, role, locale = "en") => {
      const user = await createUser(db, { accountId, role, name: `Robin ${role}`, email: `${randomUUID()}@berg.example` });
      await db.prisma.user.update({ where: { id: user.id }, data: { locale } });
      const page = await (await browser.newContext({ baseURL: application.address })).newPage();
      await signIn(page, { email: user.email, password: testPassword });
      return page;
    },
    close: () => db.close(),
  };
}

async function fillRelations(db: Database, accountId: string, connectionId: string): Promise<void> {
  const place = { accountId, street: "Burgemeester van Grunsvenplein 118", postalCode: "6411 AS", city: "Heerlen", countryCode: "NL", country: "Nederland" };
  const named = [
    { ...place, debtorNumber: "9", name: "Café Élan", phone: "045 555 01 40", email: "info@elan.example", city: "'s-Hertogenbosch" },
    { ...place, debtorNumber: "8", name: "Stichting Beheer Derdengelden Notariskantoor Hoogeveen-Van der Meer", email: "een-heel-erg-lang-adres-voor-de-administratie@notariskantoor-hoogeveen.example" },
  ];
  const others = Array.from({ length: relationCount - named.length }, (_, index) => ({ ...place, debtorNumber: String(10_000 + index * 3), name: `Customer ${String(index).padStart(3, "0")}` }));
  const relations = await db.prisma.relation.createManyAndReturn({
    data: [...named, ...others, { ...place, debtorNumber: "7", name: "Blocked customer", active: false, inactiveReason: "blocked" }],
    select: { id: true, debtorNumber: true },
  });
  const importedAt = new Date("2026-03-02T08:15:00Z");
  await db.prisma.externalLink.createMany({
    data: relations.map(({ id, debtorNumber }) => ({
      accountId, connectionId, administration: "01", kind: "relations" as const, externalId: debtorNumber, localId: id, hash: "x", createdAt: importedAt, changedAt: importedAt,
    })),
  });
  const elan = relations.find(({ debtorNumber }) => debtorNumber === "9");
  await db.prisma.deliveryAddress.create({ data: { accountId, relationId: elan?.id ?? "", code: "1", description: "Warehouse at the back", street: "Havenkade 4", city: "Maastricht" } });
  await db.prisma.skippedRecord.createMany({
    data: [
      { accountId, connectionId, administration: "01", kind: "relations", externalId: "10417", label: "=HYPERLINK(\"http://bad.example\")", reason: "missingCity", field: "city", params: {} },
      { accountId, connectionId, administration: "01", kind: "relations", externalId: "10418", label: "Bouwbedrijf De Groot", reason: "invalidValue", field: "paymentTerm", params: { value: "thirty days" } },
    ],
  });
}

async function fillCatalogue(db: Database, accountId: string, connectionId: string): Promise<void> {
  await db.prisma.material.createMany({
    data: [
      { accountId, code: "2208", name: "Ball valve 1 inch", group: "Heating", unit: "pc", price: "17.9500", stock: "12.5000", type: "A" },
      { accountId, code: "4711", name: "Circulation pump 25-60, bronze, with thermostatic mixing valve and insulation shells", unit: "pc", price: "12345.6789" },
    ],
  });
  await db.prisma.hourType.createMany({ data: [{ accountId, code: "MONT", name: "Assembly", price: "68" }, { accountId, code: "REIS", name: "Travel", price: "45.5", billable: false }] });
  await db.prisma.importCheckpoint.createMany({
    data: (["relations", "materials", "hourTypes"] as const).map((kind) => ({ connectionId, administration: "01", kind, lastReadAt: new Date(), lastCompleteAt: new Date() })),
  });
}
