import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { describeData } from "./generator/describe";
import { startEasybillSandbox, type EasybillSandbox } from "./start";
import { itemsOf, speak } from "./testing/wire";

const size = { customers: 230, positions: 200, logins: 7 };
let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startEasybillSandbox({ ...size, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const api = () => speak(sandbox.apiUrl);
const list = async (path: string) => itemsOf(await api().get(path));
const numbers = async (path: string) => (await list(path)).map(({ number }) => number);

describe("a list", () => {
  it("comes in pages of 100 unless another limit is asked for, ascending and without gaps", async () => {
    const pages = [await api().get("/customers"), await api().get("/customers?page=3"), await api().get("/customers?page=4"), await api().get("/customers?limit=1000")];
    expect(pages.map(({ body }) => [body?.page, body?.pages, body?.limit, body?.total])).toEqual([[1, 3, 100, 230], [3, 3, 100, 230], [4, 3, 100, 230], [1, 1, 1000, 230]]);
    const ids = (await Promise.all([1, 2, 3].map((page) => list(`/customers?page=${page}`)))).flat().map(({ id }) => Number(id));
    expect(new Set(ids).size).toBe(230);
    expect([...ids].sort((one, other) => one - other)).toEqual(ids);
  });

  it("that is empty says 0 pages, or 1", async () => {
    expect((await api().get("/documents")).body).toEqual({ page: 1, pages: 0, limit: 100, total: 0, items: [] });
    await sandbox.changeProtocol({ emptyListPages: 1 });
    expect((await api().get("/documents")).body?.pages).toBe(1);
  });

  it("follows what was added and taken out", async () => {
    const [first] = await list("/customers?limit=1");
    await api().delete(`/customers/${String(first?.id)}`);
    await api().post("/customers", { company_name: "Zuletzt GmbH", last_name: null });
    const { body } = await api().get("/customers?limit=1000");
    expect(body?.total).toBe(230);
    expect((await list("/customers?limit=1000")).at(-1)).toMatchObject({ company_name: "Zuletzt GmbH", number: "10231" });
    expect((await api().get(`/customers/${String(first?.id)}`)).status).toBe(404);
  });
});

describe("customers", () => {
  it("are found by number, zip code, e-mail address, name, country and day of creation, several at once", async () => {
    const all = await list("/customers?limit=1000");
    const sample = all.find(({ company_name, zip_code, emails, created_at }) => company_name !== null && zip_code !== null && Array.isArray(emails) && emails.length > 0 && created_at !== undefined);
    expect(await numbers("/customers?number=10003,10001,99999")).toEqual(["10001", "10003"]);
    for (const name of ["zip_code", "created_at"]) {
      const found = await list(`/customers?limit=1000&${name}=${String(sample?.[name])}`);
      expect(found.map((customer) => customer[name]), name).toEqual(found.map(() => sample?.[name]));
      expect(found.map(({ id }) => id)).toContain(sample?.id);
    }
    const [email] = Array.isArray(sample?.emails) ? sample.emails : [];
    expect(await numbers(`/customers?emails=${String(email)}`)).toEqual([sample?.number]);
    const name = encodeURIComponent(String(sample?.company_name).replaceAll(",", "\\,"));
    expect(await numbers(`/customers?company_name=${name}`)).toContain(sample?.number);
    expect((await list("/customers?country=AT,CH&limit=1000")).every(({ country }) => country === "AT" || country === "CH")).toBe(true);
    expect(await numbers("/customers?created_at=1990-01-01,1990-12-31")).toEqual([]);
  });

  it("get a number when none is given, and cannot be without a name", async () => {
    expect((await api().post("/customers", { last_name: "Süß", company_name: null })).body).toMatchObject({ number: "10231", display_name: "Süß", archived: false, country: "DE" });
    expect((await api().post("/customers", { last_name: "Süß" })).status).toBe(400);
    expect((await api().post("/customers", { last_name: "", company_name: null })).status).toBe(400);
  });

  it("move their updated_at, in Berlin time, when they change", async () => {
    const created = await api().post("/customers", { last_name: "Süß", company_name: null });
    await sandbox.advanceClock({ hours: 30 });
    const { body } = await api().put(`/customers/${created.id}`, { last_name: "Sauer", company_name: null });
    expect(body).toMatchObject({ last_name: "Sauer", number: created.body?.number, created_at: created.body?.created_at });
    expect(String(body?.updated_at)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(String(body?.updated_at) > String(created.body?.updated_at)).toBe(true);
  });

  it("have contacts under them, which do not say whose they are", async () => {
    const [owner, other] = await list("/customers?limit=2");
    const { status, body, id } = await api().post(`/customers/${String(owner?.id)}/contacts`, { city: "Kaarst", street: "Weg 1", last_name: "Neu" });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("customer_id");
    expect((await list(`/customers/${String(owner?.id)}/contacts`)).at(-1)).toMatchObject({ id, last_name: "Neu" });
    expect((await api().get(`/customers/${String(other?.id)}/contacts/${id}`)).status).toBe(404);
    expect((await sandbox.contacts()).at(-1)).toMatchObject({ id, customer_id: owner?.id });
  });
});

describe("positions", () => {
  it("are found by type and number", async () => {
    expect(await numbers("/positions?type=SERVICE&limit=3")).toEqual(["L0004", "L0007", "L0014"]);
    expect(await numbers("/positions?number=L0004,A0001")).toEqual(["A0001", "L0004"]);
    expect(await numbers("/positions?number=nothing")).toEqual([]);
  });

  it("take the vendor's defaults, and need number, text and price", async () => {
    const { body } = await api().post("/positions", { number: "N1", description: "Neu", sale_price: 99.5 });
    expect(body).toMatchObject({ type: "PRODUCT", price_type: "NETTO", vat_percent: 19, archived: false, sale_price: 99.5 });
    expect((await api().post("/positions", { number: "N1" })).status).toBe(400);
  });
});

describe("fields that are null though the description does not say so", () => {
  it("are left out, or sent as null", async () => {
    const [login] = await list("/logins");
    expect(login).not.toHaveProperty("security");
    await sandbox.changeProtocol({ sendsNulls: true });
    expect((await list("/logins"))[0]).toMatchObject({ security: null, email_signature: null, login_type: "ADMIN" });
    expect((await api().post("/documents", {})).body).toMatchObject({ cancel_id: null, paid_at: null, due_date: null, customer_snapshot: null });
    expect((await list("/customers?limit=1000")).filter(({ updated_at }) => updated_at === null).length).toBeGreaterThan(0);
  });
});

describe("the generated data", () => {
  it("are the same for the same seed, others for another", async () => {
    const [same, different] = [await startEasybillSandbox(size), await startEasybillSandbox({ ...size, seed: 1 })];
    try {
      const names = async ({ apiUrl }: EasybillSandbox) => itemsOf(await speak(apiUrl).get("/customers")).map(({ display_name }) => display_name);
      expect(await names(same)).toEqual(await names(sandbox));
      expect(await names(different)).not.toEqual(await names(sandbox));
    } finally {
      await Promise.all([same.stop(), different.stop()]);
    }
  });

  it("are as they are described", async () => {
    const { business, plus } = describeData(size);
    const [customers, contacts, positions] = [await sandbox.customers(), await sandbox.contacts(), await sandbox.positions()];
    expect([customers.length, contacts.length, positions.length]).toEqual([business.customers.rows, business.contacts.rows, 200]);
    const { kinds, withDeliveryAddress } = business.customers;
    const count = (holds: (customer: (typeof customers)[number]) => boolean) => customers.filter(holds).length;
    expect(count(({ archived }) => archived)).toBe(kinds.archived);
    expect(count(({ number }) => number === "")).toBe(kinds.withoutNumber);
    expect(count(({ street }) => street === null)).toBe(kinds.withoutAddress);
    expect(count(({ display_name }) => display_name === "")).toBe(kinds.withoutName);
    expect(count(({ tax_options }) => tax_options === "revc")).toBe(kinds.reverseCharge);
    expect(count(({ country }) => country !== "DE")).toBe(kinds.abroad);
    expect(count(({ delivery_street }) => delivery_street !== null)).toBe(withDeliveryAddress);
    expect(Object.values(kinds).reduce((sum, of) => sum + of, 0)).toBe(230);
    expect(contacts.filter(({ last_name }) => last_name === null)).toHaveLength(business.contacts.withoutName);
    for (const type of ["PRODUCT", "SERVICE", "TEXT"] as const) {
      const ofType = positions.filter((position) => position.type === type);
      expect(ofType.filter(({ archived }) => archived), type).toHaveLength(business.positions[type].archived);
      expect(ofType.filter(({ price_type }) => price_type === "BRUTTO"), type).toHaveLength(business.positions[type].gross);
      expect(ofType.filter(({ number }) => number === ""), type).toHaveLength(business.positions[type].withoutNumber);
      expect(ofType.filter(({ description }) => description === ""), type).toHaveLength(business.positions[type].withoutDescription);
    }
    expect(await sandbox.customers("plus")).toHaveLength(plus.customers.rows);
    expect(new Set([...customers, ...contacts, ...positions].map(({ id }) => id)).size).toBe(customers.length + contacts.length + positions.length);
  });
});
