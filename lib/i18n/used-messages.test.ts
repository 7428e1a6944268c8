import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/messages";
import { flattenMessages } from "@/lib/i18n/test-support/message-shape";
import { eachNode, placeOf, readSources } from "@/lib/i18n/test-support/source-files";
import { keyTexts, toPattern, usedKeys } from "@/lib/i18n/test-support/used-keys";

const sources = readSources(fileURLToPath(new URL("../..", import.meta.url)));
const messages = await loadMessages("en");

/**
 * Keys that code keeps as text and looks up later. `log`: the key stands where the entry is written.
 * `vendors`: named after what a vendor's manifest and forms hold. `errors`: one for each code.
 * `workOrders`: the names that the work statuses of a vendor are made with.
 */
const keptKeys: Record<string, (key: string) => boolean> = {
  log: (key) => writtenTexts.some((pattern) => pattern.test(key) || pattern.test(key.replace(/^remedy\./, ""))),
  vendors: () => true,
  workOrders: (key) => key.startsWith("vendorStatus."),
  errors: (key) => errorCodes.some((code) => key === `${code}.message` || key === `${code}.remedy`),
};

/** Every text with a dot in it that stands anywhere in the sources: what may be a key that is kept. */
const writtenTexts = sources.flatMap((source) =>
  [...eachNode(source)].flatMap((node) => (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? keyTexts(node).filter((text) => /^[\w*.-]*\w\.[\w*.-]*$/.test(text)).map(toPattern) : [])),
);

describe("the message files", () => {
  it("hold no text that nothing shows", () => {
    const used = sources.flatMap(usedKeys);
    const unused = Object.entries(messages).flatMap(([namespace, group]) =>
      [...flattenMessages(group).keys()].filter((key) => !used.some((pattern) => pattern.test(`${namespace}.${key}`)) && !keptKeys[namespace]?.(key)).map((key) => `${namespace}.${key}`),
    );
    expect(unused).toEqual([]);
  });

  it("hold every text that the sources ask for", () => {
    const keys = Object.entries(messages).flatMap(([namespace, group]) => [...flattenMessages(group).keys()].map((key) => `${namespace}.${key}`));
    const missing = sources.flatMap((source) => usedKeys(source).filter((pattern) => !keys.some((key) => pattern.test(key))).map((pattern) => `${source.fileName} ${pattern.source}`));
    expect(missing).toEqual([]);
  });
});

/** Names that are the same in every language. */
const names = new Set(["OutSmart", "OS"]);
/** Attributes that people read or hear. */
const spoken = new Set(["aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt", "label", "description", "help"]);

const isText = (text: string) => /\p{L}{2,}/u.test(text) && !names.has(text.trim());

describe("the pages and components", () => {
  it("write no text of their own", () => {
    const written = sources.flatMap((source) =>
      [...eachNode(source)].flatMap((node) => {
        if (ts.isJsxText(node) && isText(node.text)) return [`${placeOf(source, node)} ${node.text.trim()}`];
        if (ts.isJsxExpression(node) && ts.isJsxElement(node.parent) && node.expression && ts.isStringLiteralLike(node.expression) && isText(node.expression.text)) {
          return [`${placeOf(source, node)} ${node.expression.text}`];
        }
        if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer) && isText(node.initializer.text)) {
          return [`${placeOf(source, node)} ${node.name.getText()}="${node.initializer.text}"`];
        }
        return [];
      }),
    );
    expect(written).toEqual([]);
  });
});

describe("the search for keys", () => {
  const patterns = (text: string) => usedKeys(ts.createSourceFile("x.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)).map((pattern) => pattern.source);

  it("finds a key however it is asked for", () => {
    expect(patterns('const t = useTranslations("a"); t("b.c"); t.rich("d", {})')).toEqual(["^a\\.b\\.c$", "^a\\.d$"]);
    expect(patterns('(await getTranslations("a"))("b"); useTranslations("a.b")(x ? "c" : "d")')).toEqual(["^a\\.b$", "^a\\.b\\.c$", "^a\\.b\\.d$"]);
    expect(patterns('const [t, u] = await Promise.all([getTranslations("a"), getTranslations("b")]); t("x"); u(`y.${z}`)')).toEqual(["^a\\.x$", "^b\\.y\\..+$"]);
    expect(patterns('type Words = ReturnType<typeof useTranslations<"a.b">>; const f = (words: Words) => words(key)')).toEqual(["^a\\.b\\..+$"]);
  });
});
