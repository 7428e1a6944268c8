import { describe, expect, it } from "vitest";
import { flattenMessages, placeholdersOf } from "./message-shape";

describe("what a text takes", () => {
  it("is found in plurals and selects too", () => {
    expect(placeholdersOf("{count, plural, =0 {none} one {# of {name}} other {# in <b>{place}</b>}}, {when, date, short}<br/>")).toEqual({
      values: ["count", "name", "place", "when"],
      tags: ["b", "br"],
    });
  });

  it.each(["{count, plural, one {x}", "{", "{}", "{name"])("%s is refused", (text) => {
    expect(() => placeholdersOf(text)).toThrow();
  });

  it("belongs to its whole key", () => {
    expect([...flattenMessages({ a: { b: "x" }, c: "y" })]).toEqual([["a.b", "x"], ["c", "y"]]);
    expect(() => flattenMessages({ a: ["x", null] })).toThrow();
  });
});
