import { describe, expect, it } from "vitest";
import { unescapableLength, unescapeText } from "./unescape-text";

describe("text inside an envelope", () => {
  it.each([
    ["&lt;F0103&gt;", "<F0103>"],
    ["Jansen &amp;amp; Zn.", "Jansen &amp; Zn."],
    ["&amp;lt;", "&lt;"],
    ["&quot;&apos;", `"'`],
    ["Caf&#233; &#xE9; &#x1F600;", "Café é 😀"],
    ["&amp;#233;", "&#233;"],
    ["no references", "no references"],
    ["&#0; &#x110000;", "&#0; &#x110000;"],
  ])("%s is %s", (written, meant) => {
    expect(unescapeText(written)).toBe(meant);
  });

  it("waits with a reference that is cut off, and with nothing else", () => {
    expect(unescapableLength("abc&l")).toBe(3);
    expect(unescapableLength("abc&")).toBe(3);
    expect(unescapableLength("abc&lt;")).toBe(7);
    expect(unescapableLength("a & no reference at all")).toBe(23);
  });
});
