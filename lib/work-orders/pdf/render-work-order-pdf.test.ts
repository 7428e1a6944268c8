import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildDocument } from "@/lib/export/document/build-document";
import { exampleCatalogue, exampleOptions, exampleTarget } from "@/lib/export/document/testing/example-work-order";
import { locales, type Locale } from "@/lib/i18n/locales";
import { printable } from "@/lib/work-orders/pdf/printable";
import { renderWorkOrderPdf } from "@/lib/work-orders/pdf/render-work-order-pdf";
import type { StoredWorkOrder, WorkOrderMaterial, WorkPeriod } from "@/lib/work-orders/work-order-detail";

const moment = "2026-11-20T10:00:00.000Z";
const customer = { debtorNumber: "10023", name: "Bäckerei Größe & Söhne", street: "Dorfstraße", houseNumber: "12", postalCode: "10115", city: "Berlin", countryCode: "DE", contact: null, phone: "030 123 45 67", email: null };
const material: WorkOrderMaterial = { id: "m", position: 1, code: "4711", name: "Kühlventil", quantity: "2.5", unit: "Stk", price: "12.5", discount: "0", vatRate: "19", warehouseCode: null };
const period: WorkPeriod = { id: "p", position: 2, date: "2026-11-19", beginMinute: 480, endMinute: 510, breakMinutes: 0, totalMinutes: 30, hourTypeCode: "MONT", employeeCode: "1", employeeName: "Jürgen Weiß", remark: null, isTravel: false };
const workOrder: StoredWorkOrder = {
  id: "w", number: "2026.1234", status: "complete", workStatus: null, revision: 1, version: 1, origin: "office", projectNumber: "P-17", externalProjectNumber: null, customer, deliveryAddressCode: null,
  invoiceCustomer: null, workDate: "2026-11-19", endDate: "2026-11-20", typeOfWork: "Wartung", shortDescription: "Heizung gewartet", description: "Kessel geprüft\nBrenner gereinigt",
  internalDescription: "Kunde zahlt schlecht", completedAt: moment, createdAt: moment, updatedAt: moment, materials: [material], periods: [period],
};

async function render(changes: Partial<StoredWorkOrder> = {}, locale: Locale = "de") {
  const changed = { ...workOrder, ...changes };
  const hourTypes = new Map([["MONT", { name: "Monteur", unit: "h", price: "60", vatRate: "19", isBillable: true }], ["REIS", { name: "Fahrt", unit: "h", price: "40", vatRate: "19", isBillable: false }]]);
  const { document } = buildDocument(changed, exampleOptions, { ...exampleCatalogue, hourTypes }, exampleTarget);
  const pdf = Buffer.from(await renderWorkOrderPdf({ accountName: "Müller Gebäudetechnik", workOrder: changed, document, locale, timeZone: "Europe/Berlin" }));
  return { pdf, pages: pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0, text: textOf(pdf) };
}

/** The texts that are drawn, in order: WinAnsi in the streams of the pages. */
function textOf(pdf: Buffer): string {
  const streams: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    if (pdf.subarray(at - 3, at).toString() === "end") continue;
    const content = pdf.subarray(at + 7, pdf.indexOf("\nendstream", at));
    streams.push(inflateSync(content).toString("latin1"));
  }
  // WinAnsi is Latin-1 but for these, from 0x80 on.
  const decode = (hex: string) => [...Buffer.from(hex, "hex")].map((byte) => [..."€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"][byte - 0x80] ?? String.fromCharCode(byte)).join("");
  const drawn = [...streams.join("\n").matchAll(/\[([^\]]*)\] TJ/g)].map(([, parts = ""]) => [...parts.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ""]) => decode(hex)).join(""));
  return drawn.join(" | ");
}

describe("a work order as PDF", () => {
  it("says who, what, when, how much, and of whom, in the letters of the language", async () => {
    const { pdf, text, pages } = await render();
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pages).toBe(1);
    for (const part of [
      "Müller Gebäudetechnik", "Arbeitsauftrag 2026.1234", "Bäckerei Größe & Söhne", "Dorfstraße 12", "Kundennummer 10023", "19.11.2026 – 20.11.2026", "P-17", "Kessel geprüft | Brenner gereinigt",
      "4711 | Kühlventil | 2,5 | Stk | 12,50 | 31,25", "19.11.2026 | 08:00–08:30 | Monteur · Jürgen Weiß | 0,50 | 60,00 | 30,00", "61,25\u00a0€", "MwSt. 19 %", "11,64\u00a0€", "72,89\u00a0€", "Seite 1 von 1",
    ]) expect(text).toContain(part);
  });

  it.each(locales)("is written in the account's language (%s)", async (locale) => {
    const { text } = await render({}, locale);
    expect(text).toContain({ en: "Work order 2026.1234", nl: "Werkbon 2026.1234", de: "Arbeitsauftrag 2026.1234", pt: "Ordem de trabalho 2026.1234" }[locale]);
  });

  it("keeps to itself what is meant for the office, and hours that are not billed", async () => {
    const { text } = await render({ periods: [period, { ...period, position: 3, hourTypeCode: "REIS", employeeName: "Fahrer" }] });
    expect(text).not.toContain("zahlt schlecht");
    expect(text).not.toContain("Fahrer");
  });

  it("shows no total with VAT that nobody knows, and a discount where there is one", async () => {
    expect((await render({ materials: [{ ...material, vatRate: null }] })).text).not.toContain("Gesamtsumme");
    expect((await render()).text).not.toContain("Rabatt");
    expect((await render({ materials: [{ ...material, discount: "12.5" }] })).text).toContain("12,5 %");
  });

  it("goes over as many pages as it takes, with the heads of the table and the page on each", async () => {
    const { text, pages } = await render({ materials: Array.from({ length: 120 }, (_, index) => ({ ...material, id: String(index), position: index + 1, code: `M${index}` })), periods: [] });
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Bezeichnung/g)).toHaveLength(pages);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Seite ${page} von ${pages}`);
    for (const code of ["M0", "M59", "M119"]) expect(text).toContain(`${code} |`);
  });

  it("never fails for what somebody has written", async () => {
    const odd = "Łódź 🔥 日本 \u0000\u200b\t|<>&\r\n".repeat(80);
    const { text } = await render({ shortDescription: odd, description: `${odd}${"x".repeat(3_000)}`, customer: { ...customer, name: odd.slice(0, 200) }, materials: [{ ...material, name: odd.slice(0, 400) }] });
    expect(text).toContain("Lódz ? ??");
    expect((await render({ materials: [], periods: [], shortDescription: null, description: null })).text).toContain("Es wird nichts berechnet.");
  });
});

describe("a text in the standard fonts", () => {
  it.each([
    ["Größe, ação, coöperatie, € – „Ja“ …", "Größe, ação, coöperatie, € – „Ja“ …"],
    ["Łódź Dvořák ıĳ", "Lódz Dvorák iij"],
    ["🔥 日本 👨‍👩‍👧", "? ?? ?"],
    ["a\u200bb\u0007c\r\nd\te", "abc\nd e"],
    ["1\u202f234,50", "1\u00a0234,50"],
  ])("%j is drawn as %j", (text, drawn) => {
    expect(printable(text)).toBe(drawn);
  });
});
