import { SaxesParser } from "saxes";

/** An element of a small message, without its namespaces. */
export type XmlElement = { name: string; text: string; children: XmlElement[] };

const greatestDepth = 32;

/**
 * Reads a whole small document. A document type declaration is refused, so there are no entities but XML's own five.
 * @throws Error with the reader's explanation when it is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: "", text: "", children: [] };
  const open = [root];
  const current = () => open[open.length - 1] ?? root;
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("doctype", () => {
    throw new Error("A document type declaration is not allowed");
  });
  parser.on("opentag", (tag) => {
    const element: XmlElement = { name: tag.local, text: "", children: [] };
    current().children.push(element);
    open.push(element);
    if (open.length > greatestDepth) throw new Error("The elements are nested too deeply");
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const take = (content: string) => {
    current().text += content;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(text).close();
  const [document] = root.children;
  if (document === undefined) throw new Error("The document is empty");
  return document;
}

/** The text at the end of a path of names, taken without regard to case; undefined when there is no such element. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const [name, ...rest] = path;
  if (element === undefined || name === undefined) return element?.text;
  return textAt(childOf(element, name), ...rest);
}

/** The first child with this name, without regard to case. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
}
