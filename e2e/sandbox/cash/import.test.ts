import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startCashSandbox, type CashSandbox } from "./start";
import { readRecords, speak } from "./testing/wire";

let sandbox: CashSandbox;
let customer: string;
let article: string;
beforeAll(async () => {
  sandbox = await startCashSandbox({ relations: 50, protocol: { requestsPerMinute: 0 } });
  customer = (await read("2220"))[0]?.["0101"] ?? "";
  article = (await read("2260A"))[0]?.["2260"] ?? "";
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const read = async (command: string) => readRecords((await speak(sandbox.url).export(command)).exportResult);
const send = async (records: string) => (await speak(sandbox.url).import(`<CASH>${records}</CASH>`)).transaction;

/** An order with two article lines and one line of text. */
const order = () =>
  `<R2400><F2401>261121</F2401><F2406>2026.1234</F2406><F2220>${customer}</F2220></R2400>` +
  `<R2410><F2260>${article}</F2260><F2410>2</F2410><F2267>12,5</F2267><F2209>HOOFD</F2209></R2410>` +
  `<R2410><F2260>${article}</F2260><F2410>0,25</F2410></R2410>` +
  `<R2410><F2001>Ketel nagezien</F2001></R2410>`;

describe("an import of a relation", () => {
  it("gives every value back in the vendor's notation", async () => {
    const done = await send(
      "<R0101><F0101>900</F0101><F0102>nieuw bv</F0102><F0103>Café Nieuw &amp; Zn.</F0103><F0105>Kade 1</F0105>" +
        "<F0107>1234ab Den Haag</F0107><F0438>1234ab</F0438><F0125>nederland</F0125><F0130>nl</F0130></R0101>",
    );
    expect(done).toMatchObject({ status: 2, err: "" });
    expect(await read("0101|900")).toEqual([
      {
        "0101": "000900",
        "0102": "NIEUW BV",
        "0103": "Café Nieuw & Zn.",
        "0105": "Kade 1",
        "0107": "1234 AB DEN HAAG",
        "0438": "1234 AB",
        "0125": "NEDERLAND",
        "0130": "NL",
      },
    ]);
  });

  it("cuts texts to their length and refuses codes and numbers that are too long", async () => {
    await send(`<R0101><F0101>901</F0101><F0103>${"x".repeat(60)}</F0103></R0101>`);
    expect((await read("0101|901"))[0]?.["0103"]).toHaveLength(35);
    expect(await send("<R0101><F0101>1234567</F0101></R0101>")).toMatchObject({ status: 3 });
    expect(await send("<R0101><F0101>902</F0101><F0102>ELF LETTERS</F0102></R0101>")).toMatchObject({ status: 3 });
  });

  it("turns separators inside a value into spaces", async () => {
    await send("<R0101><F0101>903</F0101><F0103>Een|twee\ndrie</F0103></R0101>");
    expect((await read("0101|903"))[0]?.["0103"]).toBe("Een twee drie");
  });

  it("overwrites the relation that already has the number, and keeps the fields that were not sent", async () => {
    const [before] = await read(`0101|${customer}`);
    await send(`<R0101><F0101>${customer}</F0101><F0103>Overschreven</F0103></R0101>`);
    expect(await read(`0101|${customer}`)).toEqual([{ ...before, "0103": "Overschreven" }]);
    expect(await read("0101")).toHaveLength(50);
  });

  it("drops an empty field, or clears the value when the switch says so", async () => {
    const empty = `<R0101><F0101>${customer}</F0101><F0103></F0103></R0101>`;
    await send(empty);
    expect((await read(`0101|${customer}`))[0]).toHaveProperty("0103");
    await sandbox.changeProtocol({ clearsEmptyFields: true });
    await send(empty);
    expect((await read(`0101|${customer}`))[0]).not.toHaveProperty("0103");
  });

  it("takes tags without their letter or their leading zeros", async () => {
    await send("<101><101>910</101><0103>Zonder letter</0103></101><R101><F101>911</F101></R101>");
    expect(await read("0101|910")).toEqual([{ "0101": "000910", "0103": "Zonder letter" }]);
    expect(await read("0101|911")).toHaveLength(1);
  });
});

describe("an import of a delivery address", () => {
  it("gets the next serial of its relation, and the date of the change", async () => {
    await send(`<R0101><F0101>960</F0101></R0101><R2229><F0101>960</F0101><F2229>Loods</F2229></R2229><R2229><F0101>960</F0101></R2229>`);
    const today = new Date().toISOString().slice(0, 10).split("-").reverse().join("-");
    expect(await read("2229|960")).toEqual([
      { "0101": "000960", "2228": "001", "2229": "Loods", "2306": today },
      { "0101": "000960", "2228": "002", "2306": today },
    ]);
  });
});

describe("a refused import", () => {
  const bad = "<R2229><F0101>123456</F0101><F2229>Loods</F2229></R2229>";

  it("answers code 1 all the same, and says in the transaction what was wrong", async () => {
    const answer = await speak(sandbox.url).import(`<CASH>${bad}</CASH>`);
    expect(answer.code).toBe(1);
    expect(answer.transaction).toMatchObject({
      status: 3,
      err:
        "<cash><errors><error><message>Ongeldige waarde 0101=123456</message><line>1</line>" +
        "<source>2229|0101=123456|2229=Loods|</source></error></errors></cash>",
    });
  });

  it("books the other records of the message, or none when the switch says so", async () => {
    const message = `<R0101><F0101>920</F0101></R0101>${bad}`;
    expect(await send(message)).toMatchObject({ status: 3 });
    expect(await read("0101|920")).toHaveLength(1);
    await sandbox.reset("data");
    await sandbox.changeProtocol({ importRefusal: "message" });
    expect(await send(message)).toMatchObject({ status: 3 });
    expect(await read("0101|920")).toEqual([]);
  });

  it.each([
    ["an unknown field", "<R0101><F0101>930</F0101><F9999>x</F9999></R0101>", "Ongeldige waarde 9999=x"],
    ["letters in a number", "<R0101><F0101>93A</F0101></R0101>", "Ongeldige waarde 0101=93A"],
    ["a date that does not exist", "<R2400><F2401>260231</F2401></R2400>", "Ongeldige waarde 2401=260231"],
    ["an amount with three decimals", "<R2260><F2260>X</F2260><F2267>1,005</F2267></R2260>", "Ongeldige waarde 2267=1,005"],
    ["a missing key", "<R2260><F2001>Zonder code</F2001></R2260>", "Ongeldige waarde 2260="],
    ["an unknown record", "<R301><F0301>1</F0301></R301>", "Onbekend record 0301"],
    ["a customer who is none", "<R2400><F2220>999999</F2220></R2400>", "Ongeldige waarde 2220=999999"],
  ])("names %s", async (_, record, message) => {
    expect((await send(record))?.err).toContain(`<message>${message}</message>`);
  });

  it("refuses special characters in names when the switch says so", async () => {
    await sandbox.changeProtocol({ refusesSpecialCharacters: true });
    expect((await send("<R0101><F0101>931</F0101><F0103>A &amp; B</F0103></R0101>"))?.err).toContain("Ongeldige waarde 0103=A &amp; B");
  });

  it("answers code 900 when the XML cannot be read", async () => {
    for (const xml of ["<CASH><R0101>", "<KAS/>", "", '<!DOCTYPE x [<!ENTITY a "b">]><CASH>&a;</CASH>']) {
      expect(await speak(sandbox.url).import(xml), xml).toMatchObject({ code: 900, transaction: undefined });
    }
  });
});

describe("an import of a sales order", () => {
  it("numbers the head and its lines, and lines without a number belong to the head before them", async () => {
    expect(await send(order() + order())).toMatchObject({ status: 2 });
    const heads = await read("2400");
    expect(heads.map((fields) => fields["2400"])).toEqual(["260001", "260002"]);
    expect(heads[0]).toEqual({ "2400": "260001", "2401": "21-11-2026", "2406": "2026.1234", "2220": customer });
    expect(await read("2410|260002")).toEqual([
      { "2400": "260002", "2426": "0001", "2260": article, "2410": "2,00", "2267": "12,50", "2209": "HOOFD" },
      { "2400": "260002", "2426": "0002", "2260": article, "2410": "0,25" },
      { "2400": "260002", "2426": "0003", "2001": "Ketel nagezien" },
    ]);
  });

  it("sees a relation and an article of the same message", async () => {
    const message =
      "<R0101><F0101>940</F0101></R0101><R2220><F0101>940</F0101></R2220><R2260><F2260>NIEUW</F2260></R2260>" +
      "<R2400><F2220>940</F2220></R2400><R2410><F2260>nieuw</F2260></R2410>";
    expect(await send(message)).toMatchObject({ status: 2, err: "" });
  });

  it("books the head without the line that is refused", async () => {
    const done = await send(`${order()}<R2410><F2260>BESTAAT-NIET</F2260></R2410>`);
    expect(done).toMatchObject({ status: 3 });
    expect(done?.err).toContain("Ongeldige waarde 2260=BESTAAT-NIET");
    expect(await read("2400")).toHaveLength(1);
    expect(await read("2410")).toHaveLength(3);
  });

  it("refuses the lines of a head that was refused", async () => {
    const done = await send(`${order()}<R2400><F2220>999999</F2220></R2400><R2410><F2001>Bij de tweede</F2001></R2410>`);
    expect(done?.err).toMatch(/2220=999999.*<message>Ongeldige waarde 2400=<\/message>/);
    expect(await read("2410")).toHaveLength(3);
  });

  it("reads amounts without a separator as cents when the switch says so", async () => {
    await sandbox.changeProtocol({ plainAmountsAreCents: true });
    await send("<R2260><F2260>CENTEN</F2260><F2267>1250</F2267></R2260><R2260><F2260>KOMMA</F2260><F2267>12,50</F2267></R2260>");
    expect([await read("2260A|CENTEN"), await read("2260A|KOMMA")].map((records) => records[0]?.["2267"])).toEqual(["12,50", "12,50"]);
  });
});

describe("a transaction", () => {
  it("can be looked up again, and an unknown one is answered with 902", async () => {
    const started = await send("<R0101><F0101>950</F0101></R0101>");
    expect((await speak(sandbox.url).getTransaction(started?.id ?? "")).transaction).toEqual(started);
    expect(await speak(sandbox.url).getTransaction("1")).toMatchObject({ code: 902, transaction: undefined });
  });

  it("stays pending for so many polls, and is booked only then", async () => {
    await sandbox.setFaults([{ kind: "pending", polls: 2 }]);
    const started = await send(order());
    expect(started).toMatchObject({ status: 1 });
    const poll = async () => (await speak(sandbox.url).getTransaction(started?.id ?? "")).transaction?.status;
    expect([await poll(), await poll(), await read("2400")]).toEqual([1, 1, []]);
    expect([await poll(), (await read("2400")).length]).toEqual([2, 1]);
  });

  it("stays pending for some time on the sandbox's clock, and may be refused then", async () => {
    await sandbox.setFaults([{ kind: "pending", milliseconds: 60_000, then: "refused" }]);
    const started = await send(order());
    const look = async () => (await speak(sandbox.url).getTransaction(started?.id ?? "")).transaction?.status;
    expect([await look(), await read("2400")]).toEqual([1, []]);
    await sandbox.advanceClock({ minutes: 2 });
    expect([await look(), await read("2400")]).toEqual([3, []]);
    await sandbox.setFaults([{ kind: "pending", milliseconds: 60_000 }]);
    await send(order());
    expect(await read("2400")).toEqual([]);
    await sandbox.advanceClock({ minutes: 2 });
    expect(await read("2400")).toHaveLength(1);
  });

  it("stays pending for ever when nothing else was ordered", async () => {
    await sandbox.setFaults([{ kind: "pending" }]);
    const started = await send(order());
    await sandbox.advanceClock({ days: 400 });
    expect((await speak(sandbox.url).getTransaction(started?.id ?? "")).transaction).toMatchObject({ status: 1 });
    expect(await read("2400")).toEqual([]);
  });

  it("can be refused on order: all of it, or only the lines while the head is booked", async () => {
    await sandbox.setFaults([{ kind: "refused", message: "Periode is afgesloten", times: 1 }, { kind: "refused", message: "Regel geweigerd", records: "2410" }]);
    expect((await send(order()))?.err).toContain("Periode is afgesloten");
    expect(await read("2400")).toEqual([]);
    expect((await send(order()))?.err).toContain("Regel geweigerd");
    expect([(await read("2400")).length, (await read("2410")).length]).toEqual([1, 0]);
  });
});
