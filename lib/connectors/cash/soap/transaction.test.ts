import { describe, expect, it } from "vitest";
import { readFieldMap } from "../field-map";
import { failureOf } from "../testing/conversation";
import { ImportProgress, readTransaction } from "./transaction";

const fieldMap = readFieldMap({});
const soap = (transaction: string) =>
  `<s:Envelope xmlns:s="urn:s"><s:Body><r><response><code>1</code><message>ok</message></response>${transaction}</r></s:Body></s:Envelope>`;

/** An answer in these pieces, broken off after the last one if `breaks`. */
function answer(pieces: readonly string[], breaks = false) {
  const texts = async function* () {
    for (const piece of pieces) yield await Promise.resolve(piece);
    if (breaks) throw new Error("broken off");
  };
  return { status: 200, isFault: false, texts: texts() };
}

async function read(progress: ImportProgress, ...heard: Parameters<typeof answer>) {
  for await (const transaction of readTransaction(progress.listen(answer(...heard)), fieldMap)) return transaction;
  throw new Error("nothing");
}

describe("the answer to an import", () => {
  it.each([["1", 1], ["2", 2], [" 3 ", 3]] as const)("with status %j is read", async (status, expected) => {
    const transaction = `<transaction><id> 100001 </id><status>${status}</status><err>x</err></transaction>`;
    expect(await read(new ImportProgress(), [soap(transaction)])).toMatchObject({ id: "100001", status: expected, err: { text: "x" } });
  });

  it.each([
    ["no transaction", soap("")],
    ["no status", soap("<transaction><id>1</id></transaction>")],
    ["a status nobody knows", soap("<transaction><id>1</id><status>4</status></transaction>")],
    ["a status that is no number", soap("<transaction><id>1</id><status>done</status></transaction>")],
  ])("with %s is nonsense", async (_, text) => {
    expect((await failureOf(read(new ImportProgress(), [text]))).code).toBe("vendor_nonsense");
  });
});

describe("what is known of an import", () => {
  const begin = '<Envelope><Body><r><transaction xsi:type="t"><id xsi:type="s">100001';

  it.each([
    ["the answer breaks off behind the id", [begin, "</id><status>"], "100001"],
    ["it breaks off within the id", [begin], null],
    ["it breaks off before the id", ["<Envelope><Body>"], null],
    ["two answers name one id", [`${begin}</id>`, `${begin}</id>`], "100001"],
    ["two answers name two ids", [`${begin}</id>`, `${begin}2</id>`], null],
    ["an id stands somewhere else", ["<r><id>100001</id>"], null],
    ["nothing came", [], null],
  ])("when %s", async (_, pieces, ticket) => {
    const progress = new ImportProgress();
    await expect(read(progress, pieces, true)).rejects.toThrow();
    expect(progress.ticket).toBe(ticket);
  });

  it("begins again with nothing", async () => {
    const progress = new ImportProgress();
    progress.depart();
    await expect(read(progress, [`${begin}</id>`], true)).rejects.toThrow();
    expect([progress.hasLeft, progress.ticket]).toEqual([true, "100001"]);
    progress.beginAgain();
    expect([progress.hasLeft, progress.ticket]).toEqual([false, null]);
  });
});
