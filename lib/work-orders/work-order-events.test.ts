import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestDatabase } from "@/e2e/support/people";
import type { Database } from "@/lib/db";
import { locales, regionalLocales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { compareContent } from "@/lib/work-orders/compare-content";
import { createWorkOrder } from "@/lib/work-orders/create-work-order";
import { enterMaterial, enterPeriod, enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import { createExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import { workOrderStatuses } from "@/lib/work-orders/status-steps";
import { contentOfInput } from "@/lib/work-orders/work-order-content";
import { addWorkOrderEvents, readEvent, type WorkOrderEventContent } from "@/lib/work-orders/work-order-events";

/** One of each kind. */
const everything: readonly WorkOrderEventContent[] = [
  { kind: "changed", changes: [{ field: "price", position: 1, code: "2208", before: null, after: "17.95" }] },
  { kind: "statusChanged", before: "ready", after: "complete" },
  { kind: "workStatusChanged", before: null, after: "1 – Naar Cash" },
  { kind: "exported", vendorName: "Cash", documentNumber: "260118", documentUrl: null, administration: "01" },
  { kind: "revised", revision: 2, documentNumber: "260118" },
  { kind: "exportRefused", vendorName: "Cash" },
  { kind: "customerCreated", vendorName: "Cash", debtorNumber: "900" },
];

describe("what happened to a work order", () => {
  let db: Database;
  beforeAll(async () => (db = await openTestDatabase()));
  afterAll(() => db.close());

  it("is read back as it was written, newest first, though it happened in one moment", async () => {
    const { accountId } = await createExportingAccount(db);
    const { id: workOrderId } = await createWorkOrder(db, { accountId, actor: "Piet", origin: "csv", input: enterWorkOrder() });
    await db.prisma.$transaction((tx) => addWorkOrderEvents(tx, everything.map((event) => ({ accountId, workOrderId, actor: null, event }))));
    const { events } = await readWorkOrder(db, accountId, workOrderId);
    const contents = events.map(({ id: _id, at: _at, actor: _actor, ...content }) => content);
    expect(contents).toEqual([...everything].reverse().concat({ kind: "created", origin: "csv" }));
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort().reverse());
    expect(events.at(-1)?.actor).toBe("Piet");
  });

  it("may have happened earlier", async () => {
    const { accountId } = await createExportingAccount(db);
    const { id: workOrderId } = await createWorkOrder(db, { accountId, actor: null, origin: "office", input: enterWorkOrder() });
    const at = new Date("2026-03-02T10:00:00Z");
    await db.prisma.$transaction((tx) => addWorkOrderEvents(tx, [{ accountId, workOrderId, actor: null, at, event: { kind: "exportRefused", vendorName: "Cash" } }]));
    const { events } = await readWorkOrder(db, accountId, workOrderId);
    expect(events.map(({ kind }) => kind)).toEqual(["created", "exportRefused"]);
    expect(events[1]?.at.slice(0, 19)).toBe("2026-03-02T10:00:00");
  });

  it("is no event when nobody knows its kind", () => {
    expect(() => readEvent({ id: "1", at: new Date(), kind: "painted", actor: null, detail: {} })).toThrow();
  });
});

const texts = z.object({ event: z.record(z.string(), z.string()), field: z.record(z.string(), z.string()), status: z.record(z.string(), z.string()) });

describe.each(locales)("in %s", (locale) => {
  const read = async () => {
    const messages: Record<string, unknown> = await loadMessages(locale);
    return texts.parse(messages["workOrders"]);
  };

  it("every event has a sentence that takes its values", async () => {
    const { event } = await read();
    const onError = (error: Error) => {
      throw error;
    };
    for (const { kind, ...values } of [...everything, { kind: "created" as const, origin: "office" as const }]) {
      const said = createTranslator({ locale: regionalLocales[locale], messages: { text: event[kind] ?? "" }, onError })("text", { count: 1, ...z.record(z.string(), z.coerce.string()).parse(values) });
      expect(said, kind).toMatch(/\p{L}{3}/u);
      expect(said, kind).not.toMatch(/[{}]/);
    }
  });

  it("every field that a change can name has a name, and so has every status", async () => {
    const { field, status } = await read();
    const full = { debtorNumber: "1", name: "a", street: "b", houseNumber: "2", postalCode: "c", city: "d", countryCode: "NL", contact: "e", phone: "f", email: "g" };
    const head = { projectNumber: "a", externalProjectNumber: "b", deliveryAddressCode: "1", endDate: "2026-11-19", typeOfWork: "c", shortDescription: "d", description: "e", internalDescription: "f" };
    const lines = [enterMaterial({ unit: "st", price: "1", discount: "2", vatRate: "9", warehouseCode: "HOOFD" }), enterPeriod({ beginMinute: 1, endMinute: 2, breakMinutes: 3, employeeCode: "M1", employeeName: "x", remark: "y", isTravel: true })];
    const contents = [
      enterWorkOrder({ lines: [enterMaterial({ quantity: "2", name: "Other" }), enterPeriod({ date: "2026-11-17", totalMinutes: 61 })] }),
      enterWorkOrder({ ...head, workDate: "2026-11-17", customer: full, invoiceCustomer: full, lines }),
      enterWorkOrder({ lines: [...lines].reverse() }),
      enterWorkOrder({ lines }),
      enterWorkOrder({ lines: [] }),
    ].map(contentOfInput);
    const named = new Set(contents.flatMap((before) => contents.flatMap((after) => compareContent(before, after).map((change) => change.field))));
    expect(named.size).toBeGreaterThan(45);
    expect([...named].filter((name) => !field[name])).toEqual([]);
    expect(Object.keys(status).sort()).toEqual([...workOrderStatuses].sort());
  });
});
