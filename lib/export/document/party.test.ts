import { describe, expect, it } from "vitest";
import { partiesOf, partyKey, partyOf } from "@/lib/export/document/party";
import { exampleParty } from "@/lib/export/document/testing/example-work-order";

const unnumbered = { ...exampleParty, debtorNumber: null };

describe("a party of a document", () => {
  it("is nobody without a number and a name", () => {
    expect(partyOf(null)).toBeNull();
    expect(partyOf({ ...unnumbered, name: " \n" })).toBeNull();
    expect(partyOf({ ...unnumbered, name: null })).toBeNull();
  });

  it("is somebody with either", () => {
    expect(partyOf({ ...exampleParty, name: null })).toMatchObject({ debtorNumber: "10023", name: "" });
    expect(partyOf(unnumbered)).toMatchObject({ debtorNumber: null, name: "Bakkerij De Korenaar" });
  });

  it("has every text in one line, and nothing where there is nothing", () => {
    expect(partyOf({ ...exampleParty, street: " Dorps\nstraat ", contact: " ", phone: null })).toMatchObject({ street: "Dorps straat", contact: null, phone: null });
  });
});

describe("who pays", () => {
  it("is the customer, unless somebody else is named", () => {
    expect(partiesOf({ customer: exampleParty, invoiceCustomer: null })).toMatchObject({ invoiceCustomer: null, isKnown: true });
    expect(partiesOf({ customer: exampleParty, invoiceCustomer: { ...exampleParty, name: "Written otherwise" } }).invoiceCustomer).toBeNull();
    expect(partiesOf({ customer: exampleParty, invoiceCustomer: { ...exampleParty, debtorNumber: "10099" } }).invoiceCustomer?.debtorNumber).toBe("10099");
  });

  it("may be known where the customer is not", () => {
    expect(partiesOf({ customer: { ...unnumbered, name: null }, invoiceCustomer: exampleParty })).toMatchObject({ isKnown: false, customer: { name: "" }, invoiceCustomer: { debtorNumber: "10023" } });
  });
});

describe("what stands for a party", () => {
  const keyOf = (party: Partial<typeof exampleParty>) => partyKey(partiesOf({ customer: { ...unnumbered, ...party }, invoiceCustomer: null }).customer);

  it("is its number", () => {
    expect(keyOf({ debtorNumber: "10023" })).toBe("10023");
  });

  it("is its name and address as long as it has no number, however they are written", () => {
    expect(keyOf({})).toBe(keyOf({ name: "BAKKERIJ  de korenaar", postalCode: "3511ab", phone: "another", email: null }));
    expect(keyOf({})).toMatch(/^new:[0-9a-f]{64}$/);
  });

  it("differs as soon as name or address does", () => {
    const keys = [keyOf({}), keyOf({ name: "Bakkerij" }), keyOf({ street: "Kerkstraat" }), keyOf({ houseNumber: "13" }), keyOf({ postalCode: "3511 AC" }), keyOf({ city: "Zeist" }), keyOf({ countryCode: "BE" })];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf({ name: "a", street: "b c" })).not.toBe(keyOf({ name: "a b", street: "c" }));
  });
});
