import { dirname, join } from "node:path";
import ts from "typescript";
import { eachNode } from "./source-files";

/** Sources by their path from the root, with their extension. */
export type Sources = ReadonlyMap<string, ts.SourceFile>;

/** What a page hands to its client components, and what those ask for; by namespace. */
export type PageTexts = { handed: ReadonlySet<string>; asked: ReadonlyMap<string, string> };

/**
 * The texts of a page, layout or error page: `asked` names for each namespace one file that uses it in the browser; `handed` is what the page,
 * or a component it renders on the server, hands on.
 */
export function pageTexts(sources: Sources, page: string): PageTexts {
  const { onServer, inBrowser } = filesOf(sources, page);
  const asked = new Map<string, string>();
  for (const source of inBrowser) for (const namespace of namespacesOf(source)) if (!asked.has(namespace)) asked.set(namespace, source.fileName);
  return { handed: new Set([...onServer].flatMap(handedBy)), asked };
}

/** The files of a page; in the browser runs what says so itself, and whatever that imports. */
function filesOf(sources: Sources, page: string): { onServer: ReadonlySet<ts.SourceFile>; inBrowser: ReadonlySet<ts.SourceFile> } {
  const [onServer, inBrowser] = [new Set<ts.SourceFile>(), new Set<ts.SourceFile>()];
  const visit = (path: string, isInBrowser: boolean) => {
    const source = sources.get(path);
    if (!source) return;
    const isClient = isInBrowser || isClientFile(source);
    const seen = isClient ? inBrowser : onServer;
    if (seen.has(source)) return;
    seen.add(source);
    for (const imported of importsOf(sources, source)) visit(imported, isClient);
  };
  visit(page, false);
  return { onServer, inBrowser };
}

function isClientFile({ statements: [first] }: ts.SourceFile): boolean {
  return first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) && first.expression.text === "use client";
}

/** Files of ours that are imported for more than their types. */
function importsOf(sources: Sources, source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly === true || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const name = statement.moduleSpecifier.text;
    const base = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? join(dirname(source.fileName), name) : null;
    if (base === null) return [];
    return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].filter((path) => sources.has(path));
  });
}

/** Namespaces of `useTranslations("a.b")`, and of `useMessages()`, whose result is read as `{ a }` or as `messages.a`. */
function namespacesOf(source: ts.SourceFile): string[] {
  const text = source.getFullText();
  const translated = [...text.matchAll(/useTranslations\(\s*"([^".]+)/g)].map(([, namespace]) => namespace ?? "");
  if (!/useMessages\(\)/.test(text)) return translated;
  const taken = [...text.matchAll(/const \{ ([\w, ]+) \} = useMessages\(\)/g)].flatMap(([, names]) => (names ?? "").split(", "));
  return [...translated, ...taken, ...[...text.matchAll(/\bmessages\.(\w+)/g)].map(([, namespace]) => namespace ?? "")];
}

/** What stands in `<ClientMessages namespaces={[…]}>`. */
function handedBy(source: ts.SourceFile): string[] {
  return [...eachNode(source)].flatMap((node) => {
    if (!ts.isJsxAttribute(node) || node.name.getText() !== "namespaces") return [];
    return [...eachNode(node)].flatMap((part) => (ts.isStringLiteral(part) ? [part.text] : []));
  });
}
