import ts from "typescript";
import { eachNode } from "./source-files";

const makers = new Set(["useTranslations", "getTranslations"]);

/** The namespace of `useTranslations("x")`, `await getTranslations("x")` and the like; null for anything else. */
function namespaceOf(expression: ts.Node | undefined): string | null {
  if (!expression) return null;
  if (ts.isAwaitExpression(expression) || ts.isParenthesizedExpression(expression)) return namespaceOf(expression.expression);
  if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression) || !makers.has(expression.expression.text)) return null;
  const [argument] = expression.arguments;
  return argument && ts.isStringLiteralLike(argument) ? argument.text : "";
}

/** Names that stand for a translator, with its namespace, by the function (or file) they are declared in. */
type Translators = Map<ts.Node, Map<string, string>>;

const inlineType = /(?:use|get)Translations<"([^"]+)">/;

function scopeOf(node: ts.Node): ts.Node {
  return ts.findAncestor(node.parent, (ancestor) => ts.isFunctionLike(ancestor) || ts.isSourceFile(ancestor)) ?? node.getSourceFile();
}

function translatorsOf(source: ts.SourceFile): Translators {
  const found: Translators = new Map();
  const note = (name: ts.Node, namespace: string | null | undefined) => {
    if (namespace === null || namespace === undefined || !ts.isIdentifier(name)) return;
    const scope = scopeOf(name);
    found.set(scope, (found.get(scope) ?? new Map<string, string>()).set(name.text, namespace));
  };
  const aliases = new Map<string, string>();
  for (const node of eachNode(source)) {
    const aliased = ts.isTypeAliasDeclaration(node) ? inlineType.exec(node.type.getText())?.[1] : undefined;
    if (aliased !== undefined && ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, aliased);
    if (ts.isVariableDeclaration(node)) {
      note(node.name, namespaceOf(node.initializer));
      for (const [name, namespace] of destructured(node)) note(name, namespace);
    }
    if (ts.isParameter(node) && node.type) note(node.name, aliases.get(node.type.getText()) ?? inlineType.exec(node.type.getText())?.[1]);
  }
  return found;
}

/** `const [t, users] = await Promise.all([getTranslations("a"), getTranslations("b")])` */
function destructured({ name, initializer }: ts.VariableDeclaration): [ts.Node, string | null][] {
  if (!ts.isArrayBindingPattern(name) || !initializer) return [];
  const list = [...eachNode(initializer)].find(ts.isArrayLiteralExpression);
  return name.elements.flatMap((element, index) => (ts.isBindingElement(element) ? [[element.name, namespaceOf(list?.elements[index])]] : []));
}

/** The namespace of the translator a name stands for at this place. */
function resolve(translators: Translators, name: ts.Identifier): string | null {
  for (let scope = scopeOf(name); ; scope = scopeOf(scope)) {
    const namespace = translators.get(scope)?.get(name.text);
    if (namespace !== undefined) return namespace;
    if (ts.isSourceFile(scope)) return null;
  }
}

/** The keys a file asks for. A key that is put together becomes a pattern; one from a variable any key of the namespace. */
export function usedKeys(source: ts.SourceFile): RegExp[] {
  const translators = translatorsOf(source);
  return [...eachNode(source)].filter(ts.isCallExpression).flatMap((call) => {
    const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : call.expression;
    const namespace = namespaceOf(callee) ?? (ts.isIdentifier(callee) ? resolve(translators, callee) : null);
    const [key] = call.arguments;
    return namespace === null || !key ? [] : keyTexts(key).map((text) => toPattern(namespace === "" ? text : `${namespace}.${text}`));
  });
}

/** Every text an expression may become, `*` for its unknown parts. */
export function keyTexts(key: ts.Expression): string[] {
  if (ts.isStringLiteralLike(key)) return [key.text];
  if (ts.isParenthesizedExpression(key)) return keyTexts(key.expression);
  if (ts.isConditionalExpression(key)) return [...keyTexts(key.whenTrue), ...keyTexts(key.whenFalse)];
  if (ts.isTemplateExpression(key)) return [key.templateSpans.reduce((text, span) => `${text}*${span.literal.text}`, key.head.text)];
  return ["*"];
}

export function toPattern(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.?+^$()[\]{}|\\]/g, "\\$&").replaceAll("*", ".+")}$`);
}
