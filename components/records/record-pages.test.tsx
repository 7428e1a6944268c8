import { describe, expect, it } from "vitest";
import { AddressCard } from "@/components/records/address-card";
import { BillableCard } from "@/components/records/billable-card";
import { ContactCard } from "@/components/records/contact-card";
import { ContactRecords } from "@/components/records/contact-records";
import { CategoryRecords, HourTypeRecords, MaterialRecords } from "@/components/records/catalogue-records";
import { RecordFacts } from "@/components/records/record-facts";
import { RecordView } from "@/components/records/record-view";
import { RelationRecords } from "@/components/records/relation-records";
import { render } from "@/e2e/support/render";
import type { RecordDetail } from "@/lib/catalogue/read-detail";
import type { RecordOrigin } from "@/lib/catalogue/read-origin";
import type { HistoryOfPage } from "@/lib/changes/history-of-page";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { DeliveryAddress } from "@/lib/relations/list-addresses";
import type { ContactPerson } from "@/lib/relations/list-contacts";

const at = new Date("2026-11-20T08:30:00.000Z");
const base = { id: "1", name: "Koelkraan", number: "4711", active: true, isEdited: false };
const standing = { state: "imported", vendor: "cash", vendorName: "Cash", country: "NL", lastReadAt: at, notImported: 0 } as const;
const request = { search: "", sort: "name", direction: "ascending", position: { at: "start" }, accountId: "a", state: "all" } as const;
const page = { before: null, after: null, total: 2 };
const listed = { parameters: {}, standing, isAdministrator: true };

describe("a list of records", () => {
  it("of materials has prices and stock as the language writes them, and says what was edited and what is inactive", async () => {
    const rows = [{ ...base, group: "Kranen", type: "A", unit: "st", price: "1234.5000", stock: "12.5000" }, { ...base, id: "2", name: "Oude kraan", active: false, isEdited: true, group: null, type: null, unit: null, price: null, stock: null }];
    const view = { tab: "records" as const, request, list: { ...page, rows } };
    const { text, links } = await render(<MaterialRecords {...listed} view={view} />);
    expect(text).toContain("Koelkraan 4711 Kranen A st 12.5 1,234.50");
    expect(text).toContain("Oude kraan Inactive Edited here");
    expect(links.map(({ href }) => href)).toEqual(expect.arrayContaining(["/materials/1", "/materials/2", "?sort=-name", "?sort=number"]));
    expect((await render(<MaterialRecords {...listed} view={view} />, { locale: "nl" })).text).toContain("1.234,50");
  });

  it("of hour types says which are billed", async () => {
    const rows = [{ ...base, unit: "uur", price: "62.5000", billable: true }, { ...base, id: "2", unit: null, price: null, billable: false }];
    const { text } = await render(<HourTypeRecords {...listed} view={{ tab: "records", request, list: { ...page, rows } }} />);
    expect(text).toMatch(/Billable uur 62\.50 .*Not billable/);
  });

  it("of hour types leads to a switch, and for viewers to the word alone", async () => {
    const card = (canEdit: boolean) => render(<BillableCard id="1" isBillable={false} canEdit={canEdit} setBillable={() => Promise.resolve({})} />);
    expect((await card(true)).html).toContain('role="switch"');
    const { text, html } = await card(false);
    expect(text).toContain("Not billable");
    expect(html).not.toContain('role="switch"');
  });

  it("of relations names a country only where it is not the usual one", async () => {
    const relation = { ...base, city: "Utrecht", street: "Dorpsstraat 12", postalCode: "3511 AB", countryCode: "NL", email: null, phone: null };
    const { text } = await render(<RelationRecords {...listed} view={{ tab: "records", request, list: { ...page, rows: [relation, { ...relation, id: "2", countryCode: "BE" }] } }} />);
    expect(text).toMatch(/Utrecht Dorpsstraat 12, 3511 AB .*Utrecht BE Dorpsstraat/);
    const german = { ...relation, city: "Köln", street: "", postalCode: "", countryCode: "DE" };
    const { text: ofEasybill } = await render(<RelationRecords {...listed} standing={{ ...standing, vendor: "easybill", country: "DE" }} view={{ tab: "records", request, list: { ...page, rows: [german, { ...german, id: "2", countryCode: "NL" }] } }} />);
    expect(ofEasybill).toMatch(/Köln .*Köln NL/);
  });

  it("of contact persons leads to the person and to the relation", async () => {
    const rows = [{ ...base, name: "Anna Öztürk", relationId: "9", relationName: "Zimmer GmbH", department: "Einkauf", phone: "030 1", email: null }];
    const { text, links } = await render(<ContactRecords {...listed} view={{ tab: "records", request, list: { ...page, rows } }} />);
    expect(text).toContain("Anna Öztürk Zimmer GmbH Einkauf 030 1");
    expect(links.map(({ href }) => href)).toEqual(expect.arrayContaining(["/contacts/1", "/relations/9", "?sort=relation"]));
  });

  it("of categories says what they are for", async () => {
    const rows = [{ ...base, name: "Kabel", number: "10", description: "Alles mit Adern" }];
    expect((await render(<CategoryRecords {...listed} view={{ tab: "records", request, list: { ...page, rows } }} />)).text).toContain("Kabel 10 Alles mit Adern");
  });

  it("without a row says why: nothing found, or nothing there", async () => {
    const empty = (state: "all" | "active") => render(<MaterialRecords {...listed} view={{ tab: "records", request: { ...request, state }, list: { ...page, total: 0, rows: [] } }} />);
    expect((await empty("all")).text).toContain("Nothing matches the search and the filter.");
    expect((await empty("active")).text).toContain("The last sync with Cash brought nothing that can be imported.");
  });
});

const origin: RecordOrigin = {
  vendor: "cash", vendorName: "Cash", administration: { code: "001", name: "Bakker B.V." }, externalId: "004711", isAdopted: false, firstImportedAt: at, changedAt: at, lastSeenAt: new Date("2026-11-20T08:36:00.000Z"),
  lastRunId: "r1", canBeLookedUp: true,
};
const detail: RecordDetail = {
  record: { id: "1", kind: "materials", number: "4711", name: "Koelkraan", active: true, inactiveReason: null, updatedAt: at, content: { code: "4711", name: "Koelkraan", price: "12.5000", stock: null, unit: "st" } },
  origins: [origin], edits: [{ field: "price", localValue: "12.5000", vendorValue: "14.0000", editedBy: "Femke Bakker", editedAt: new Date("2026-11-20T08:36:00.000Z") }],
};
const none: HistoryOfPage = { steps: [], next: null, isTop: true };
const lookUp = () => Promise.resolve({});
const view = (own: Partial<RecordDetail["record"]>, origins = detail.origins, locale?: Locale) => render(<RecordView detail={{ ...detail, record: { ...detail.record, ...own }, origins }} history={none} lookUp={lookUp}>cards</RecordView>, { locale });

describe("the page of a record", () => {
  it("says its state and where it came from", async () => {
    const { text } = await view({});
    expect(text).toMatch(/Koelkraan Active\W+4711/);
    expect(text).toContain("Administration 001 · Bakker B.V. Number at Cash 004711 First imported 20 Nov 2026, 09:30");
    expect(text).toContain("Last seen at Cash 4 min ago · Sync");
  });

  it("of somebody whose number says nothing to people names what they are known by", async () => {
    const { text } = await render(<RecordView detail={detail} history={none} lookUp={null} knownBy="Zimmer GmbH">cards</RecordView>);
    expect(text).toMatch(/Koelkraan Active\W+Zimmer GmbH/);
  });

  it("says why it is inactive, and that one was linked rather than made", async () => {
    expect((await view({ active: false, inactiveReason: "gone" })).text).toMatch(/Inactive\W+4711\W+No longer there at the vendor/);
    expect((await view({}, [{ ...origin, isAdopted: true, administration: null, lastSeenAt: null }])).text).toContain("Number at Cash 004711 Linked by its number 20 Nov 2026, 09:30");
  });

  it("offers to ask the vendor, to those who may, where it can be asked", async () => {
    expect((await view({})).buttons).toContain("Look up now at Cash");
    expect((await view({}, [{ ...origin, canBeLookedUp: false }])).buttons).toEqual([]);
    expect((await render(<RecordView detail={detail} history={none} lookUp={null}>cards</RecordView>)).buttons).toEqual([]);
  });

  it("says that no integration knows it", async () => {
    expect((await view({}, [])).text).toContain("Made in OutSmart. No integration knows this record.");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    expect((await view({ active: false, inactiveReason: "blocked" }, detail.origins, locale)).text).toContain("004711");
  });
});

describe("what is known of a record", () => {
  it("has the vendor's value beside what was changed here, and nothing of what is empty", async () => {
    const { text } = await render(<RecordFacts detail={detail} fields={["code", "price", "stock", "unit"]} />);
    expect(text).toContain("Price 12.50 Cash has 14.00 changed by Femke Bakker, 4 min ago");
    expect(text).not.toContain("Stock");
  });

  it("has the words for a key: the category's name, a link to the relation", async () => {
    const keyed = { ...detail, edits: [], record: { ...detail.record, content: { group: "10", vatRate: "19.00", type: "A" } } };
    expect((await render(<RecordFacts detail={keyed} fields={["group", "vatRate", "type"]} inWords={{ group: "Kabel", type: null }} />)).text).toContain("Group Kabel VAT (%) 19 Type A");
  });

  it("shows what was emptied here, and that the vendor had nothing", async () => {
    const edits = [{ field: "group", localValue: null, vendorValue: "Kranen", editedBy: "Femke Bakker", editedAt: at }, { field: "unit", localValue: "st", vendorValue: null, editedBy: "Femke Bakker", editedAt: at }];
    const { text } = await render(<RecordFacts detail={{ ...detail, edits }} fields={["group", "unit"]} />);
    expect(text).toMatch(/Group – Cash has Kranen .*Unit st Cash has nothing here/);
  });
});

describe("the contact persons of a relation", () => {
  const person: ContactPerson = { id: "7", name: "Anna Öztürk", department: "Einkauf", phone: "030 1", mobile: "0170 2", email: "anna@zimmer.example", active: true, inactiveReason: null };

  it("stand there with how to reach them, and lead to their pages", async () => {
    const { text, links } = await render(<ContactCard contacts={[person, { ...person, id: "8", name: "Bernd Groß", department: null, phone: null, mobile: null, email: null, active: false, inactiveReason: "gone" }]} />);
    expect(text).toMatch(/Contact persons Anna Öztürk Einkauf 030 1, 0170 2 anna@zimmer\.example Bernd Groß No longer there at the vendor$/);
    expect(links.map(({ href }) => href)).toEqual(["/contacts/7", "/contacts/8"]);
  });
});

describe("the delivery addresses of a relation", () => {
  const address: DeliveryAddress = {
    id: "1", code: "1", description: "Magazijn", name: "Bakker", attention: "Piet", street: "Havenweg 3", postalCode: "3542 AB", city: "Utrecht", countryCode: "NL", country: null, phone: "030 1", active: true, inactiveReason: null,
  };

  it("have each line once", async () => {
    expect((await render(<AddressCard addresses={[address]} />)).text).toContain("1 Magazijn Bakker Havenweg 3 3542 AB Utrecht 030 1 For the attention of Piet");
    expect((await render(<AddressCard addresses={[{ ...address, description: null, name: null, attention: null }]} />)).text).toMatch(/1 Havenweg 3 3542 AB Utrecht 030 1$/);
  });

  it("say when one is out of use and why, and when there are none", async () => {
    expect((await render(<AddressCard addresses={[{ ...address, active: false, inactiveReason: "gone" }]} />)).text).toContain("Magazijn No longer there at the vendor");
    expect((await render(<AddressCard addresses={[]} />)).text).toContain("This relation has no delivery addresses.");
  });
});
