import { describe, expect, it } from "vitest";
import { encodeCursor, readListRequest } from "@/lib/paging/list-request";

const read = (parameters: Record<string, string | string[]>) => readListRequest(parameters, ["name", "number"]);

describe("the address of a list", () => {
  it("says what is searched, how it is sorted and where the page begins", () => {
    const id = "6b1f3a52-0f65-4cf0-8f0e-1a0f65f3a520";
    expect(read({ search: "  leeuwen ", sort: "-number", after: encodeCursor(["000123", id]) })).toEqual({
      search: "leeuwen", sort: "number", direction: "descending", position: { at: "after", cursor: ["000123", id] },
    });
  });

  it.each([[{ sort: "password" }], [{ sort: "--name" }], [{ after: "%%%" }], [{ after: Buffer.from('["a"]').toString("base64url") }], [{ before: encodeCursor(["a", "not-an-id"]) }], [{ search: ["", "second"] }]])(
    "is the start of the list where %j makes no sense",
    (parameters) => {
      expect(read(parameters)).toEqual({ search: "", sort: "name", direction: "ascending", position: { at: "start" } });
    },
  );

  it("cuts a search that no record could have", () => {
    expect(read({ search: "x".repeat(5_000) }).search).toHaveLength(200);
  });
});
