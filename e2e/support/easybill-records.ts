import type { RecordsAccount } from "./records-account";

/** What the pages of EasyBill show: ids of one record each. */
export type EasybillRecords = { readonly contactId: string; readonly categoryId: string; readonly invoicedWorkOrderId: string };

/** Adds to an account what EasyBill leaves there: its connection, contact persons, a category, and an invoice of which a part is paid. */
export async function addEasybill({ db: { prisma }, accountId }: RecordsAccount): Promise<EasybillRecords> {
  const now = new Date();
  const { id: connectionId } = await prisma.connection.create({
    data: {
      accountId, vendor: "easybill", state: "connected", login: { plan: "plus" }, secrets: {}, person: { name: "Anke Brückner", email: "anke@brueckner-heizungsbau-und-sanitaer.example" }, administrations: [],
      settings: { exports: { isOn: true, finality: "final", email: true } }, lastSuccessAt: now, documentsReadAt: now,
    },
  });
  await prisma.licence.create({ data: { accountId, vendor: "easybill", state: "active", startedAt: now } });
  const relation = await prisma.relation.findFirstOrThrow({ where: { accountId, debtorNumber: "8" }, select: { id: true, name: true } });
  const contact = await prisma.contact.create({
    data: { accountId, relationId: relation.id, code: "311", name: "Hans-Joachim von und zu Falkenstein", department: "Gebäudeverwaltung", phone: "+49 211 5550140", email: "hans-joachim.falkenstein@notariskantoor-hoogeveen.example" },
  });
  const category = await prisma.category.create({ data: { accountId, code: "12", name: "Heizungs- und Sanitärersatzteile", description: "Pumpen, Ventile, Dichtungen und Rohrleitungsmaterial" } });
  await prisma.importCheckpoint.createMany({ data: (["contacts", "categories"] as const).map((kind) => ({ connectionId, administration: "", kind, lastReadAt: now, lastCompleteAt: now })) });
  const { id: invoicedWorkOrderId } = await prisma.workOrder.create({
    data: { accountId, number: "2026.0002", status: "handled", customerName: relation.name, customerDebtorNumber: "8", workDate: new Date("2026-03-03"), completedAt: now, shortDescription: "Heizung entlüften" },
  });
  const attached = { id: "attachment", state: "done", tries: 1, at: now.toISOString(), error: null };
  const emailed = { id: "email", state: "failed", tries: 1, at: now.toISOString(), error: { code: "vendor_error", params: { vendor: "EasyBill" } } };
  const booked = { accountId, connectionId, documentId: "4711", state: "partlyPaid", number: "RE-2026-0417", url: "https://app.easybill.example/document/4711", totalCents: 1_234_567, paidCents: 400_000 } as const;
  await prisma.exportIntent.create({
    data: {
      accountId, connectionId, workOrderId: invoicedWorkOrderId, administration: "", revision: 1, reference: "2026.0002", state: "finished", trigger: "completion", sentAt: now, finishedAt: now,
      documentId: booked.documentId, documentNumber: booked.number, documentUrl: booked.url, followUps: [attached, emailed],
      document: { create: { ...booked, dueOn: new Date("2026-03-17"), changedAt: now, seenAt: now } },
    },
  });
  return { contactId: contact.id, categoryId: category.id, invoicedWorkOrderId };
}
