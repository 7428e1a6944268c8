import { describe, expect, it } from "vitest";
import { NavLinks, type ExportsInMenu } from "@/components/shell/nav-links";
import { render } from "@/e2e/support/render";
import { roles } from "@/lib/auth/roles";
import { optionalKinds, type OptionalKind } from "@/lib/catalogue/optional-kinds";
import { locales } from "@/lib/i18n/locales";

const menu = async (role: (typeof roles)[number], path = "/relations", kinds: readonly OptionalKind[] = []) => render(<NavLinks role={role} kinds={kinds} />, { path });
const currentIn = (html: string) => [...html.matchAll(/<a[^>]*aria-current="page"[^>]*href="([^"]*)"|<a[^>]*href="([^"]*)"[^>]*aria-current="page"/g)].map(([, one, other]) => one ?? other);

describe("the menu", () => {
  it("begins with how everything stands and the daily work, for everybody", async () => {
    for (const role of roles) expect((await menu(role)).links.slice(0, 2)).toEqual([{ words: "Dashboard", href: "/dashboard" }, { words: "Work orders", href: "/work-orders" }]);
  });

  it("counts what goes out and waits, or needs somebody, beside the exports", async () => {
    const links = async (exports: ExportsInMenu) => (await render(<NavLinks role="viewer" kinds={[]} exports={exports} />)).links;
    expect(await links({ count: 9, forPerson: 2 })).toContainEqual({ words: "Exports 9 9 exports wait or need a person", href: "/exports" });
    expect(await links({ count: 0, forPerson: 0 })).toContainEqual({ words: "Exports", href: "/exports" });
  });

  it("has settings for administrators only", async () => {
    const settings = async (role: (typeof roles)[number]) => (await menu(role)).links.filter(({ href }) => href.startsWith("/settings/"));
    expect((await settings("administrator")).length).toBeGreaterThan(3);
    expect(await settings("planner")).toEqual([]);
    expect(await settings("viewer")).toEqual([]);
  });

  it("has contact persons and categories only where there can be any", async () => {
    const pages = async (kinds: readonly OptionalKind[]) => (await menu("viewer", "/relations", kinds)).links.map(({ href }) => href).filter((href) => href === "/contacts" || href === "/categories");
    expect([await pages([]), await pages(["categories"]), await pages(optionalKinds)]).toEqual([[], ["/categories"], ["/contacts", "/categories"]]);
  });

  it("marks the page one is on, and the one above it, and no other that begins alike", async () => {
    expect(currentIn((await menu("administrator")).html)).toEqual(["/relations"]);
    expect(currentIn((await menu("administrator", "/relations/abc")).html)).toEqual(["/relations"]);
    expect(currentIn((await menu("administrator", "/relations-old")).html)).toEqual([]);
  });

  it.each(locales)("has every word in %s", async (locale) => {
    const { links } = await render(<NavLinks role="administrator" kinds={optionalKinds} />, { locale });
    expect(links.every(({ words }) => words.length > 2)).toBe(true);
  });
});
