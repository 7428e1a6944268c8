import { describe, expect, it } from "vitest";
import { readPlainRecord } from "./plain-record";
import { RecordReader } from "./record-reader";

/** The same text as the parser reads it: a comment makes a record one that is not plain. */
function parse(text: string): Record<string, string> {
  const reader = new RecordReader("R0101");
  reader.write(`<cash><R0101><!-- -->${text}</R0101></cash>`);
  reader.end();
  return Object.fromEntries(reader.takeRecords()[0] ?? []);
}

describe("a plain record", () => {
  it.each([
    "",
    "<F0101>000100</F0101>",
    "<F0101>000100</F0101><F0103>Jansen</F0103><F0105></F0105>",
    `<F0101 name="Debiteur">000100</F0101><F0103 name="Naam &amp; meer">x</F0103>`,
    "\n  <F0101>000100</F0101>\n\t<F0103> Van\nDam </F0103>\n",
    "<F0103>Jansen &amp; Zn. &lt;&quot;&gt;&apos; &amp;lt;</F0103>",
    "<F0103>a > b ]] é € 漢</F0103>",
    "<F0103>first</F0103><F0103>second</F0103>",
  ])("is read as the parser reads it: %j", (text) => {
    expect(Object.fromEntries(readPlainRecord(text) ?? [["nothing", ""]])).toEqual(parse(text));
  });

  it.each([
    "x",
    "<F0101>1",
    "<F0101>1</F0101",
    "<F0101>1</F0101><",
    "<F0101>1</F0102>",
    "<F0101>1</F0101 >",
    "<F0101/>",
    "< F0101>1</F0101>",
    "<0101>1</0101>",
    `<F0101 name="a>1</F0101>`,
    `<F0101 name="a > b">1</F0101>`,
    `<F0101 name='a'>1</F0101>`,
    "<F0103><b>x</b></F0103>",
    "<F0103>x<!-- y --></F0103>",
    "<F0103><![CDATA[x]]></F0103>",
    "<F0103>x ]]> y</F0103>",
    "<F0103>x & y</F0103>",
    "<F0103>&#233;</F0103>",
    "<F0103>&unknown;</F0103>",
    "<F0103>a\r\nb</F0103>",
    "<F0103>a\u0001b</F0103>",
    "<F0103>a\uD83D\uDE00b</F0103>",
    "<F0101>1</F0101> and more",
  ])("is not taken for one where a parser has to judge: %j", (text) => {
    expect(readPlainRecord(text)).toBeNull();
  });
});
