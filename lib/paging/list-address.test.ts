import { expect, it } from "vitest";
import { listAddress } from "@/lib/paging/list-address";

it("keeps what the list was asked for, but not its page", () => {
  expect(listAddress({ search: "van leeuwen", after: "abc", tab: ["not-imported", "x"], empty: "" }, { sort: "-name" })).toBe(
    "?search=van+leeuwen&tab=not-imported&sort=-name",
  );
});

it("turns to another page of the same list", () => {
  expect(listAddress({ search: "a", after: "abc" }, { before: "def" })).toBe("?search=a&before=def");
});

it("takes a filter away", () => {
  expect(listAddress({ search: "a", state: "all" }, { search: null, state: null })).toBe("?");
});
