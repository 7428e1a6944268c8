import { describe, expect, it } from "vitest";
import type { DocumentItem } from "../data/records/document";
import { addUp } from "./totals";

const plain: Omit<DocumentItem, "total_price_net" | "total_price_gross" | "total_vat"> = {
  id: 1, position: 1, type: "POSITION", number: null, description: null, unit: null, quantity: 1, single_price_net: 0, single_price_gross: 0, vat_percent: 19,
  discount: null, discount_type: null, position_id: null, booking_account: null, export_cost_1: null, export_cost_2: null, cost_price_net: null, itemType: "UNDEFINED",
};
const net = { calc_vat_from: 0, vat_option: null, discount: null, discount_type: null } as const;
const item = (more: Partial<typeof plain>) => ({ ...plain, ...more });
const sums = (items: readonly (typeof plain)[], document: Parameters<typeof addUp>[1] = net) => {
  const { amount, amount_net } = addUp(items, document);
  return [amount_net, amount];
};

describe("the totals of a document", () => {
  it("round each line to whole cents, halves away from zero", () => {
    expect(sums([item({ quantity: 3, single_price_net: 0.5, vat_percent: 0 })])).toEqual([2, 2]);
    expect(sums([item({ quantity: -3, single_price_net: 0.5, vat_percent: 0 })])).toEqual([-2, -2]);
    expect(sums([item({ quantity: 1.1, single_price_net: 1010.1, vat_percent: 0 })])).toEqual([1111, 1111]);
  });

  it("calculate VAT once per rate, on the sum of its lines", () => {
    // Two lines of 13 cents: 19 % of 26 is 4.94, while twice 2.47 would make 4.
    expect(sums([item({ single_price_net: 13 }), item({ single_price_net: 13 })])).toEqual([26, 31]);
    expect(sums([item({ single_price_net: 1000 }), item({ single_price_net: 1000, vat_percent: 7 })])).toEqual([2000, 2260]);
  });

  it("leave texts, and lines that are not calculated, out", () => {
    expect(sums([item({ single_price_net: 100, vat_percent: 0 }), item({ type: "TEXT", single_price_net: 100 }), item({ type: "POSITION_NOCALC", single_price_net: 100 })])).toEqual([100, 100]);
  });

  it("have no VAT where the option says so", () => {
    for (const vat_option of ["revc", "IG", "smallBusiness"] as const) expect(sums([item({ single_price_net: 1000 })], { ...net, vat_option })).toEqual([1000, 1000]);
    expect(sums([item({ single_price_net: 1000 })], { ...net, vat_option: "NULL" })).toEqual([1000, 1190]);
  });

  it("take the discount of a line off", () => {
    const line = { quantity: 4, single_price_net: 250, vat_percent: 0 };
    const after = (discount: number, discount_type: typeof plain.discount_type) => sums([item({ ...line, discount, discount_type })])[0];
    expect([after(10, "PERCENT"), after(150, "AMOUNT"), after(1, "QUANTITY"), after(900, "FIX")]).toEqual([900, 850, 750, 900]);
  });

  it("spread the document's discount over the rates, without losing a cent", () => {
    const items = [item({ single_price_net: 1000 }), item({ single_price_net: 1000, vat_percent: 7 }), item({ single_price_net: 1000, vat_percent: 0 })];
    expect(sums(items, { ...net, discount: "10", discount_type: "PERCENT" })).toEqual([2700, 2934]);
    expect(sums(items, { ...net, discount: "100", discount_type: "AMOUNT" })[0]).toBe(2900);
  });

  it("can begin at gross prices", () => {
    expect(sums([item({ single_price_gross: 1190 }), item({ single_price_gross: 1070, vat_percent: 7 })], { ...net, calc_vat_from: 1 })).toEqual([2000, 2260]);
  });

  it("say of each line what it comes to", () => {
    expect(addUp([item({ quantity: 2, single_price_net: 500 })], net).items).toMatchObject([{ total_price_net: 1000, total_price_gross: 1190, total_vat: 190 }]);
  });
});
