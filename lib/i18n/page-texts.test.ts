import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { pageTexts, type Sources } from "@/lib/i18n/test-support/page-texts";
import { readSources } from "@/lib/i18n/test-support/source-files";

const sources: Sources = new Map(readSources(fileURLToPath(new URL("../..", import.meta.url))).map((source) => [source.fileName, source]));
const named = (...names: string[]) => [...sources.keys()].filter((path) => path.startsWith("app/") && names.some((name) => path.endsWith(`/${name}.tsx`)));

/** What `ClientMessages` always adds. */
const everywhere = ["shell", "ui", "errors"];

/** What the layouts around a page hand on, the nearest one that hands on anything; a page with texts of its own replaces it. */
function handedAround(page: string): ReadonlySet<string> {
  for (let folder = dirname(page); folder !== "."; folder = dirname(folder)) {
    const { handed } = pageTexts(sources, `${folder}/layout.tsx`);
    if (handed.size > 0) return handed;
  }
  return new Set();
}

describe("every page hands its texts to what runs in the browser", () => {
  it.each(named("page", "layout", "error", "not-found", "loading").filter((path) => path !== "app/layout.tsx"))("%s", (page) => {
    const { handed, asked } = pageTexts(sources, page);
    const known = new Set([...everywhere, ...(handed.size > 0 ? handed : handedAround(page))]);
    expect([...asked].filter(([namespace]) => !known.has(namespace))).toEqual([]);
  });
});

describe("the search for a page's texts", () => {
  const parse = (files: Record<string, string>): Sources => new Map(Object.entries(files).map(([path, text]) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)]));
  const page = 'import { A } from "@/components/a"; import type { B } from "@/components/b"; export default () => <ClientMessages namespaces={["one"]}><A /></ClientMessages>;';
  const b = '"use client"; import { C } from "./c"; const t = useTranslations("two.words"); const { three } = useMessages();';

  it("follows imports into the browser, and counts what stays on the server not", () => {
    const found = pageTexts(parse({ "app/page.tsx": page, "components/a.tsx": 'import { B } from "@/components/b"; const t = useTranslations("server");', "components/b.tsx": b, "components/c.tsx": 'const t = useTranslations("four");' }), "app/page.tsx");
    expect([...found.handed]).toEqual(["one"]);
    expect([...found.asked.keys()]).toEqual(["two", "three", "four"]);
  });

  it("does not follow an import of types", () => {
    expect([...pageTexts(parse({ "app/page.tsx": page, "components/a.tsx": "", "components/b.tsx": b }), "app/page.tsx").asked]).toEqual([]);
  });
});
