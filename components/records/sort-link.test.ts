import { expect, it } from "vitest";
import { sortLink } from "@/components/records/sort-link";

it("the head of the column that sorts turns the order around; another one sorts by itself, from the first page", () => {
  const parameters = { search: "van", sort: "name", after: "cursor" };
  const request = { sort: "name", direction: "ascending" } as const;
  expect(sortLink<string>(parameters, request, "name")).toEqual({ href: "?search=van&sort=-name", direction: "ascending" });
  expect(sortLink<string>(parameters, { ...request, direction: "descending" }, "name")).toEqual({ href: "?search=van&sort=name", direction: "descending" });
  expect(sortLink<string>(parameters, request, "city")).toEqual({ href: "?search=van&sort=city", direction: null });
});
