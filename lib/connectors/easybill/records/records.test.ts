import { describe, expect, it } from "vitest";
import type { SourceRecord } from "@/lib/connectors/records";
import { readCustomerRecords } from "../retrievals/customers";
import { readPositionRecords } from "../retrievals/positions";
import { readCategory } from "./category";
import { readContact } from "./contact";
import { readEmployee } from "./employee";
import { contactSchema } from "./schemas";

const plain = {
  id: 4711, number: "10042", company_name: "Bäckerei Kornblume GmbH", first_name: "Anna", last_name: "Jansen", title: "Dr.", personal: false, archived: false,
  street: "Dorfstraße 12", zip_code: "10115", city: "Berlin", country: "DE", phone_1: "030 1", mobile: "0170 1", emails: ["info@kornblume.example", "x@kornblume.example"],
  vat_identifier: "DE123456789", court_registry_number: "HRB 4711", due_in_days: 14, updated_at: "2026-11-20 09:00:00", something_new: { of: "EasyBill" },
};
const relationOf = (fields: object) => readCustomerRecords({ ...plain, ...fields })[0]?.record;
const addressOf = (fields: object) => readCustomerRecords({ ...plain, ...fields })[1]?.record;
const contentOf = (record: SourceRecord | undefined) => (record?.outcome === "import" ? record.content : record);

describe("a customer", () => {
  it("becomes a relation under its number, with the mark by which a change shows", () => {
    expect(readCustomerRecords(plain)).toEqual([{ kind: "relations", record: { outcome: "import", externalId: "4711", version: "2026-11-20 09:00:00", content: {
      debtorNumber: "10042", name: "Bäckerei Kornblume GmbH", searchName: null, attention: "Dr. Anna Jansen", street: "Dorfstraße 12", postalCode: "10115", city: "Berlin", countryCode: "DE", country: null,
      phone: "030 1", mobile: "0170 1", email: "info@kornblume.example", vatNumber: "DE123456789", chamberNumber: "HRB 4711", paymentTerm: 14,
    } } }]);
  });

  it("may lack everything but a number and a name, be it null or not there at all", () => {
    const empty = { debtorNumber: "7", name: "Jansen", attention: null, street: "", postalCode: "", city: "", countryCode: null, phone: null, email: null, paymentTerm: null };
    const [absent] = readCustomerRecords({ id: 1, number: "7", last_name: "Jansen", company_name: null });
    const [nulls] = readCustomerRecords({ ...Object.fromEntries(Object.keys(plain).map((field) => [field, null])), id: 1, number: "7", last_name: " Jansen " });
    expect(contentOf(absent?.record)).toMatchObject(empty);
    expect(contentOf(nulls?.record)).toMatchObject(empty);
    expect(absent?.record).not.toHaveProperty("version");
  });

  it.each([
    ["a private person", { personal: true }, "Dr. Anna Jansen", null],
    ["a private person without a name", { personal: true, first_name: null, last_name: "" }, "Bäckerei Kornblume GmbH", null],
    ["somebody without a company", { company_name: " " }, "Dr. Anna Jansen", null],
    ["a company without a person", { first_name: null, last_name: null }, "Bäckerei Kornblume GmbH", null],
  ])("that is %s is called so", (_, fields, name, attention) => {
    expect(contentOf(relationOf(fields))).toMatchObject({ name, attention });
  });

  it.each([
    ["archived", { archived: true }, "archived"],
    ["a supplier alone", { number: null, supplier_number: "70001" }, "notCustomer"],
    ["without a number", { number: "  " }, "missingCode"],
    ["without a name", { company_name: null, first_name: null, last_name: null }, "missingName"],
  ])("that is %s is left out, and says why", (_, fields, reason) => {
    expect(relationOf(fields)).toMatchObject({ outcome: "skip", externalId: "4711", reason });
  });

  it.each([
    ["a postal code that is a number", { zip_code: 10115 }, { field: "postalCode", value: "10115" }],
    ["half a day", { due_in_days: 7.5 }, { field: "paymentTerm", value: "7.5" }],
    ["a name that is too long", { company_name: "x".repeat(501) }, { field: "name" }],
    ["an id of text", { id: "abc" }, { field: "id", value: "abc" }],
  ])("with %s fails alone, by its id and what is wrong", (_, fields, trouble) => {
    expect(relationOf(fields)).toMatchObject({ outcome: "fail", externalId: "id" in fields ? "abc" : "4711", ...trouble });
  });

  it("that is no record at all fails too", () => {
    for (const item of [null, "x", 1, [], {}]) expect(readCustomerRecords(item)).toMatchObject([{ kind: "relations", record: { outcome: "fail", externalId: "?" } }]);
  });
});

describe("a delivery address", () => {
  const delivery = { delivery_company_name: "Kornblume Backstube", delivery_street: "Hof 1", delivery_zip_code: "10117", delivery_city: "Berlin", delivery_country: "de", delivery_suffix_1: "Hinterhaus" };

  it("comes along, under its customer", () => {
    expect(addressOf(delivery)).toEqual({ outcome: "import", externalId: "4711|1", content: {
      relation: "4711", code: "1", description: "Hinterhaus", name: "Kornblume Backstube", attention: null, street: "Hof 1", postalCode: "10117", city: "Berlin", countryCode: "DE", country: null, phone: null,
    } });
  });

  it("is none without a place, and none that is the customer's own", () => {
    expect(addressOf({ ...delivery, delivery_street: "", delivery_zip_code: null, delivery_city: " " })).toBeUndefined();
    expect(addressOf({ delivery_street: "dorfstraße 12", delivery_zip_code: "10115", delivery_city: "BERLIN", delivery_country: "DE" })).toBeUndefined();
    expect(addressOf({ ...delivery, delivery_street: "Dorfstraße 12", delivery_zip_code: "10115", delivery_city: "Berlin" })).toBeDefined();
  });

  it("stays when its customer cannot be read, and goes with one that leaves", () => {
    expect(addressOf({ ...delivery, due_in_days: "14" })).toMatchObject({ outcome: "import", externalId: "4711|1" });
    expect(addressOf({ ...delivery, number: null })).toMatchObject({ outcome: "import" });
    expect(addressOf({ ...delivery, archived: true })).toBeUndefined();
  });
});

describe("a position", () => {
  const categories = new Map([[5, "KABEL"]]);
  const product = { id: 9, type: "PRODUCT", number: "A0001", description: "Kabelkanal 40×60\r\nweiß, 2 m", unit: "m", group_id: 5, sale_price: 1250, vat_percent: 19, stock: "YES", stock_count: 12, archived: false };
  const read = (fields: object) => readPositionRecords({ ...product, ...fields }, categories);

  it("of the type product becomes a material, of the type service an hour type, and a text nothing", () => {
    expect(read({})).toEqual([{ kind: "materials", record: { outcome: "import", externalId: "9", content: {
      code: "A0001", name: "Kabelkanal 40×60", searchName: null, group: "KABEL", unit: "m", price: "12.5", vatCode: null, vatRate: "19", type: null, stock: "12",
    } } }]);
    expect(read({ type: "SERVICE" })).toMatchObject([{ kind: "hourTypes", record: { content: { code: "A0001", price: "12.5", vatRate: "19" } } }]);
    expect(read({ type: "TEXT" })).toEqual([]);
  });

  it.each([
    [{ sale_price: 1250.5 }, "12.505"],
    [{ sale_price: 0.005 }, "0.0001"],
    [{ sale_price: 12.3449 }, "0.1234"],
    [{ sale_price: 11900, price_type: "BRUTTO" }, "100"],
    [{ sale_price: 10000, price_type: "BRUTTO" }, "84.0336"],
    [{ sale_price: 10700, price_type: "BRUTTO", vat_percent: 7 }, "100"],
    [{ sale_price: 10000, price_type: "BRUTTO", vat_percent: 0 }, "100"],
    [{ sale_price: 11900, price_type: "BRUTTO", vat_percent: null }, "100"],
    [{ sale_price: 4599, price_type: "NETTO" }, "45.99"],
    [{ sale_price: -500 }, "-5"],
    [{ sale_price: 999999999999 }, "9999999999.99"],
    [{ sale_price: null }, null],
  ])("with %j costs %s without VAT", (fields, price) => {
    expect(contentOf(read(fields)[0]?.record)).toMatchObject({ price });
  });

  it("is left out or fails for a reason of its own", () => {
    expect(read({ archived: true })).toMatchObject([{ kind: "materials", record: { outcome: "skip", reason: "archived" } }]);
    expect(read({ number: null })).toMatchObject([{ record: { outcome: "skip", reason: "missingCode", label: "Kabelkanal 40×60" } }]);
    expect(read({ description: " \n " })).toMatchObject([{ record: { outcome: "skip", reason: "missingName" } }]);
    expect(read({ sale_price: "12,50" })).toMatchObject([{ kind: "materials", record: { outcome: "fail", externalId: "9", field: "price", value: "12,50" } }]);
    expect(read({ type: "SERVICE", vat_percent: 190 })).toMatchObject([{ kind: "hourTypes", record: { outcome: "fail", field: "vatRate" } }]);
    expect(read({ sale_price: 1e30 })).toMatchObject([{ record: { outcome: "fail", field: "price" } }]);
  });

  it("has the first line of a long description as its name, and no group or stock it does not say", () => {
    expect(contentOf(read({ description: `\n${"ä".repeat(300)}\nmehr`, group_id: 6, stock: "NO" })[0]?.record)).toMatchObject({ name: `${"ä".repeat(199)}…`, group: null, stock: null });
  });
});

it("contacts, categories and logins become what they are here", () => {
  const contact = { id: 3, first_name: "Eva", last_name: "Maß", company_name: "Kornblume", department: "Einkauf", phone_2: "030 2", emails: [], street: "", city: "" };
  expect(readContact(contactSchema.parse(contact), "4711")).toMatchObject({ externalId: "3", content: { relation: "4711", code: "3", name: "Eva Maß", department: "Einkauf", phone: "030 2", email: null, street: null } });
  expect(readContact(contactSchema.parse({ id: 3, company_name: "Kornblume" }), "4711")).toMatchObject({ content: { name: "Kornblume" } });
  expect(readContact({ id: 3, department: "Einkauf" }, "4711")).toMatchObject({ outcome: "skip", reason: "missingName", label: "Einkauf" });
  expect(readCategory({ id: 5, number: "001", name: "Kabel", description: "Alles\nmit Draht" })).toMatchObject({ externalId: "5", content: { code: "001", name: "Kabel", description: "Alles" } });
  expect(readCategory({ id: 5, name: "Kabel" })).toMatchObject({ outcome: "skip", reason: "missingCode" });
  expect(readEmployee({ id: 8, first_name: "Max", last_name: "Muster", email: "max@x.example", login_type: "ADMIN" })).toMatchObject({ content: { code: "8", name: "Max Muster", email: "max@x.example" } });
  expect(readEmployee({ id: 8, display_name: null, email: "max@x.example" })).toMatchObject({ content: { name: "max@x.example" } });
});
