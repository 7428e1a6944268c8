import { afterAll, beforeAll, expect, test } from "vitest";
import { createExportTest, enterComplete, setOptions, type ExportTest } from "@/lib/export/fixtures/test-exports";
import { readCatalogue } from "@/lib/export/read-catalogue";
import { readDocument } from "@/lib/export/read-document";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";

let it: ExportTest;
beforeAll(async () => (it = await createExportTest()));
afterAll(() => it.close());

const documentOf = (workOrderId: string) => readDocument(it.db, { accountId: it.accountId, workOrderId }, it.engine.findConnector);

test("a work order comes to the same under the settings of the bookkeeping it goes to", async () => {
  const { id } = await enterComplete(it, {}, { minutes: 7 });
  await setOptions(it, { roundingMinutes: 15 });
  const { document, roundingMinutes, vendorName } = await documentOf(id);
  expect({ roundingMinutes, vendorName }).toEqual({ roundingMinutes: 15, vendorName: "Fixture" });
  // Two at 12.50, and a quarter of an hour at 60.
  expect(document.totals).toMatchObject({ materials: "25.00", hours: "15.00", net: "40.00", billedHours: "0.25" });
});

test("without a connection hours are as worked", async () => {
  const { id } = await enterComplete(it, {}, { minutes: 7 });
  await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "disconnected" } });
  const { document, roundingMinutes, vendorName } = await documentOf(id);
  expect({ roundingMinutes, vendorName }).toEqual({ roundingMinutes: 0, vendorName: null });
  expect(document.totals).toMatchObject({ hours: "7.20", billedHours: "0.12" });
  await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: { state: "connected" } });
});

test("hours of a type that is not billable stay out, materials take their price from the catalogue", async () => {
  const { accountId } = it;
  await it.db.prisma.material.create({ data: { accountId, code: "M9", name: "Valve", unit: "pcs", price: "0.3333" } });
  await it.db.prisma.hourType.create({ data: { accountId, code: "K9", name: "Travel", price: "40", billable: false } });
  const { id } = await enterComplete(it, {
    materials: { create: [{ accountId, position: 1, code: "M9", name: "", quantity: "3" }] },
    periods: { create: [{ accountId, position: 2, date: new Date("2026-11-19"), totalMinutes: 60, hourTypeCode: "K9" }] },
  });
  const { document } = await documentOf(id);
  expect(document.lines).toMatchObject([{ text: "Valve", unit: "pcs", unitPrice: "0.3333", net: "1.00" }]);
  expect(document.leftOut).toMatchObject([{ code: "K9", text: "Travel" }]);
});

test("warehouses and delivery addresses are held against what was imported, as soon as anything was", async () => {
  const { accountId } = it;
  const { id } = await enterComplete(it, { deliveryAddressCode: "2" });
  const catalogueNow = async () => readCatalogue(it.db, accountId, await readWorkOrder(it.db, accountId, id));
  expect(await catalogueNow()).toMatchObject({ warehouses: null, deliveryAddresses: null });
  await it.db.prisma.warehouse.create({ data: { accountId, code: "BUS", name: "Van" } });
  await it.db.prisma.relation.create({
    data: { accountId, debtorNumber: "10001", name: "Jansen B.V.", street: "Kade 1", postalCode: "1234 AB", city: "Utrecht", addresses: { create: [{ accountId, code: "1" }, { accountId, code: "2", active: false }] } },
  });
  expect(await catalogueNow()).toMatchObject({ warehouses: new Set(["BUS"]), deliveryAddresses: new Set(["1"]) });
  expect((await documentOf(id)).problems).toMatchObject([{ code: "deliveryAddressNotFound", params: { address: "2" } }]);
});
