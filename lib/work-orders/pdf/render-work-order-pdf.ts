import { createTranslator, type useTranslations } from "next-intl";
import type { PricedLine, SalesDocument } from "@/lib/connectors/sales-document";
import { formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";
import { regionalLocales, type Locale, type RegionalLocale } from "@/lib/i18n/locales";
import de from "@/lib/i18n/messages/de/workOrderPdf.json" with { type: "json" };
import en from "@/lib/i18n/messages/en/workOrderPdf.json" with { type: "json" };
import nl from "@/lib/i18n/messages/nl/workOrderPdf.json" with { type: "json" };
import pt from "@/lib/i18n/messages/pt/workOrderPdf.json" with { type: "json" };
import { ExactDecimal } from "@/lib/money/exact-decimal";
import { Sheet, type Column } from "@/lib/work-orders/pdf/sheet";
import type { StoredWorkOrder, WorkOrderParty, WorkPeriod } from "@/lib/work-orders/work-order-detail";

type Words = ReturnType<typeof useTranslations<"workOrderPdf">>;
const texts = { en, nl, de, pt } as const;

export type WorkOrderPdf = {
  /** Of whom the work order is. */
  accountName: string;
  workOrder: StoredWorkOrder;
  /** Its lines and amounts as they are billed. */
  document: Pick<SalesDocument, "lines" | "totals" | "reference">;
  locale: Locale;
  /** Days are the account's already; only the moment of printing is not. */
  timeZone: string;
};

/** A work order for the customer: who, what, when, the lines as they are billed and what they come to. A4; never what is meant for the office alone. */
export function renderWorkOrderPdf(pdf: WorkOrderPdf): Promise<Uint8Array> {
  const { locale, timeZone } = pdf;
  return draw(pdf, createTranslator({ locale: regionalLocales[locale], messages: { workOrderPdf: texts[locale] }, namespace: "workOrderPdf", timeZone }));
}

function draw({ accountName, workOrder, document, locale }: WorkOrderPdf, words: Words): Promise<Uint8Array> {
  const region = regionalLocales[locale];
  const title = words("title", { number: workOrder.number });
  const sheet = new Sheet({ title, author: accountName, language: region });
  sheet.write(accountName, { bold: true, size: 11 });
  sheet.space(6);
  sheet.write(title, { bold: true, size: 18 });
  sheet.space(6);
  sheet.rule();
  sheet.space(4);
  drawHead(sheet, words, { workOrder, reference: document.reference, region });
  drawDescription(sheet, words, workOrder);
  drawLines(sheet, words, { workOrder, document, region });
  drawTotals(sheet, words, { totals: document.totals, region });
  sheet.foot((page, pages) => [`${accountName} · ${title}`, words("page", { page, pages })]);
  return sheet.end();
}

type Head = { workOrder: StoredWorkOrder; reference: string; region: RegionalLocale };

function drawHead(sheet: Sheet, words: Words, { workOrder, reference, region }: Head): void {
  const { workDate, endDate, projectNumber, externalProjectNumber, typeOfWork, customer, invoiceCustomer, number } = workOrder;
  const days = endDate === null || endDate === workDate ? writeDay(workDate, region) : `${writeDay(workDate, region)} – ${writeDay(endDate, region)}`;
  const facts: [string, string | null][] = [
    [words("date"), days],
    [words("project"), projectNumber],
    [words("externalProject"), externalProjectNumber],
    [words("typeOfWork"), typeOfWork],
    [words("reference"), reference === number ? null : reference],
  ];
  sheet.beside([
    (place) => drawParty(sheet, words, { label: words("customer"), party: customer, place }),
    ...(invoiceCustomer ? [(place: Place) => drawParty(sheet, words, { label: words("invoiceCustomer"), party: invoiceCustomer, place })] : []),
    (place) => {
      for (const [label, value] of facts) {
        if (value === null || value.trim() === "") continue;
        sheet.label(label, place);
        sheet.write(value, {}, place);
        sheet.space(3);
      }
    },
  ]);
  sheet.space(12);
}

type Place = { left: number; width: number };

function drawParty(sheet: Sheet, words: Words, { label, party, place }: { label: string; party: WorkOrderParty; place: Place }): void {
  const { name, street, houseNumber, postalCode, city, countryCode, contact, phone, email, debtorNumber } = party;
  const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(" ");
  sheet.label(label, place);
  sheet.write(name ?? "–", { bold: true }, place);
  for (const text of [joined(street, houseNumber), joined(postalCode, city, countryCode && `(${countryCode})`), contact, phone, email]) if (text) sheet.write(text, {}, place);
  if (debtorNumber) sheet.label(words("debtor", { number: debtorNumber }), place);
}

function drawDescription(sheet: Sheet, words: Words, { shortDescription, description }: StoredWorkOrder): void {
  if (!shortDescription?.trim() && !description?.trim()) return;
  sheet.heading(words("description"));
  if (shortDescription?.trim()) sheet.write(shortDescription, { bold: true });
  if (description?.trim()) sheet.paragraphs(description);
  sheet.space(12);
}

type Lines = { workOrder: StoredWorkOrder; document: WorkOrderPdf["document"]; region: RegionalLocale };

function drawLines(sheet: Sheet, words: Words, { workOrder, document, region }: Lines): void {
  const materials = document.lines.filter((one) => one.type === "material");
  const hours = document.lines.filter((one) => one.type === "hours");
  const periods = new Map(workOrder.periods.map((period) => [period.position, period]));
  if (materials.length > 0) {
    sheet.heading(words("materials"));
    sheet.table([
      { header: words("code"), width: 66, cell: ({ code }) => code },
      { header: words("name"), width: null, cell: ({ text }) => text },
      { header: words("quantity"), width: 42, align: "right", cell: ({ quantity }) => formatDecimal(quantity, region) },
      { header: words("unit"), width: 38, cell: ({ unit }) => unit ?? "" },
      ...moneyColumns(words, region, materials),
    ], materials);
  }
  if (hours.length > 0) {
    sheet.heading(words("periods"));
    sheet.table([
      { header: words("date"), width: 62, cell: ({ position }) => writeDay(periods.get(position)?.date ?? "", region) },
      { header: words("time"), width: 66, cell: ({ position }) => writeTimes(periods.get(position)) },
      { header: words("work"), width: null, cell: ({ text, position }) => [text, periods.get(position)?.employeeName].filter(Boolean).join(" · ") },
      { header: words("hoursBilled"), width: 44, align: "right", cell: ({ quantity }) => formatDecimal(quantity, region, { minimumFractionDigits: 2 }) },
      ...moneyColumns(words, region, hours),
    ], hours);
  }
  if (materials.length + hours.length === 0) {
    sheet.write(words("none"), {});
    sheet.space(12);
  }
}

/** A discount has a column only where there is one. */
function moneyColumns(words: Words, region: RegionalLocale, lines: readonly PricedLine[]): Column<PricedLine>[] {
  const isNone = (discount: string) => new ExactDecimal(discount).isZero();
  const discounts: Column<PricedLine>[] = [{ header: words("discount"), width: 38, align: "right", cell: ({ discount }) => (isNone(discount) ? "" : `${formatDecimal(discount, region)} %`) }];
  return [
    { header: words("price"), width: 48, align: "right", cell: ({ unitPrice }) => (unitPrice === null ? "" : formatMoney(unitPrice, region)) },
    ...(lines.every(({ discount }) => isNone(discount)) ? [] : discounts),
    { header: words("amount"), width: 56, align: "right", cell: ({ net }) => (net === null ? "" : formatMoney(net, region)) },
  ];
}

/** Without a rate for every line nobody knows the total with VAT. */
function drawTotals(sheet: Sheet, words: Words, { totals, region }: { totals: SalesDocument["totals"]; region: RegionalLocale }): void {
  const isVatKnown = totals.vat.length > 0 && totals.vat.every(({ rate }) => rate !== null);
  const euros = (value: string) => formatDecimal(value, region, { minimumFractionDigits: 2, maximumFractionDigits: 2, currency: "EUR" });
  const rows: [string, string, boolean][] = [
    [words("totalMaterials"), euros(totals.materials), false],
    [words("totalHours", { hours: formatDecimal(totals.billedHours, region, { minimumFractionDigits: 2 }) }), euros(totals.hours), false],
    [words("net"), euros(totals.net), !isVatKnown],
    ...(isVatKnown ? totals.vat.map(({ rate, amount }): [string, string, boolean] => [words("vat", { rate: formatDecimal(rate ?? "", region) }), euros(amount), false]) : []),
    ...(isVatKnown ? [[words("gross"), euros(totals.gross), true] satisfies [string, string, boolean]] : []),
  ];
  sheet.need(rows.length * 16);
  sheet.rule();
  const width = 230;
  const left = sheet.left + sheet.width - width;
  for (const [name, value, bold] of rows) {
    const top = sheet.y;
    sheet.write(name, { bold }, { left, width: 130 });
    sheet.y = top;
    sheet.write(value, { bold }, { left: left + 130, width: 100, align: "right" });
    sheet.space(2);
  }
}

/** A day as the language writes it, whatever the time zone: it is one already. */
function writeDay(day: string, region: RegionalLocale): string {
  return day === "" ? "" : new Intl.DateTimeFormat(region, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

function writeTimes(period: WorkPeriod | undefined): string {
  if (!period || period.beginMinute === null || period.endMinute === null) return "";
  const clock = (minute: number) => `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  return `${clock(period.beginMinute)}–${clock(period.endMinute)}`;
}
