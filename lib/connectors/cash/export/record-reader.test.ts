import { describe, expect, it } from "vitest";
import { RecordReader } from "./record-reader";

function read(text: string, pieceLength = 7): Record<string, string>[] {
  const reader = new RecordReader("R0101");
  const found: Record<string, string>[] = [];
  for (let start = 0; start < text.length; start += pieceLength) {
    reader.write(text.slice(start, start + pieceLength));
    found.push(...reader.takeRecords().map((record) => Object.fromEntries(record)));
  }
  reader.end();
  return found;
}

const two = "<cash><R0101><F0101>000100</F0101><F0103>Jansen &amp; Zn.</F0103></R0101><R0101><F0101>000101</F0101></R0101></cash>";

describe("the records of an export", () => {
  it("come one by one, however the text is cut", () => {
    for (const length of [1, 5, 1000]) {
      expect(read(two, length)).toEqual([{ F0101: "000100", F0103: "Jansen & Zn." }, { F0101: "000101" }]);
    }
  });

  it("are found behind whatever Cash puts in front", () => {
    expect(read(`Content-type: text/xml ${two}`)).toHaveLength(2);
    expect(read(`Content-type: text/xml <?xml version="1.0"?>\n${two}`)).toHaveLength(2);
  });

  it("keep line breaks, CDATA and names of fields (X) from spoiling a value", () => {
    expect(read(`<CASH>\n <R0101>\n  <F0103 name="Naam">Van <![CDATA[Dam & ]]>Co\nNoord</F0103>\n </R0101>\n</CASH>`)).toEqual([{ F0103: "Van Dam & Co\nNoord" }]);
  });

  it("are the same whether a parser has to judge some of them or none", () => {
    const odd = [
      "<R0101><F0101>1</F0101 ></R0101>",
      "<R0101 >\n<F0101>2</F0101></R0101 ><!-- </R0101> <R0101><F0101>none</F0101></R0101> -->",
      "<!-- > --><R0101><F0101>3<![CDATA[</R0101><R0101><F0101>]]></F0101></R0101>",
      "<R0101/>",
      "<R0101><F0101>&#52;</F0101><F0103/></R0101>\n\n",
    ];
    const plain = "<R0101><F0101>0</F0101></R0101>";
    const expected = [{ F0101: "1" }, { F0101: "2" }, { F0101: "3</R0101><R0101><F0101>" }, {}, { F0101: "4", F0103: "" }];
    for (const length of [1, 3, 10, 1000]) {
      expect(read(`<cash>${odd.join("")}</cash>`, length)).toEqual(expected);
      expect(read(`<cash>${odd.map((one) => plain + one).join("")}${plain}</cash>`, length)).toEqual([...expected.flatMap((one) => [{ F0101: "0" }, one]), { F0101: "0" }]);
    }
  });

  it("may be long", () => {
    const long = "x".repeat(60_000);
    expect(read(`<cash><R0101><F0101>${long}</F0101></R0101><R0101><F0101>1</F0101></R0101></cash>`, 10_000)).toEqual([{ F0101: long }, { F0101: "1" }]);
  });

  it("may be none", () => {
    expect([read(""), read("Content-type: text/xml "), read("<cash></cash>"), read("<cash/>")]).toEqual([[], [], [], []]);
  });

  it("are given out before the rest has come, so that none has to be kept", () => {
    const reader = new RecordReader("R0101");
    reader.write(two.slice(0, -"</cash>".length));
    expect(reader.takeRecords()).toHaveLength(2);
    expect(reader.takeRecords()).toHaveLength(0);
  });

  it("that break off are incomplete", () => {
    for (const length of [10, 40, 70, two.length - 1]) expect(() => read(two.slice(0, length))).toThrow(expect.objectContaining({ code: "vendor_incomplete" }));
  });

  it.each([
    ["of another table", "<cash><R2220><F0101>1</F0101></R2220></cash>"],
    ["with elements inside a field", "<cash><R0101><F0103><b>x</b></F0103></R0101></cash>"],
    ["with tags that do not match", "<cash><R0101><F0103>x</F0101></R0101></cash>"],
    ["with a declared entity", `<!DOCTYPE cash [<!ENTITY x SYSTEM "file:///etc/passwd">]><cash><R0101><F0103>&x;</F0103></R0101></cash>`],
    ["with a reference nobody declared", "<cash><R0101><F0103>&unknown;</F0103></R0101></cash>"],
    ["with more than one root", "<cash><R0101><F0103>x</F0103></R0101></cash><R0101><F0103>x</F0103></R0101>"],
    ["with a text that does not end", `<cash><R0101><F0103>${"x".repeat(1_200_000)}`],
  ])("%s are nonsense", (_, text) => {
    expect(() => read(text, 50_000)).toThrow(expect.objectContaining({ code: "vendor_nonsense" }));
  });

  it("pass over records of other tables in between", () => {
    expect(read("<cash><R2229><F0101>1</F0101></R2229><R0101><F0101>2</F0101></R0101></cash>")).toEqual([{ F0101: "2" }]);
  });
});
