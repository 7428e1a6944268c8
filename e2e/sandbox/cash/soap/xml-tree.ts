import { SaxesParser } from "saxes";

/** An element without its namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

/** Elements inside one another that a message may have. */
const greatestDepth = 32;

/**
 * Reads a whole small document. Document type declarations are refused, so there are no entities but XML's own five.
 * @throws Error with the reader's explanation when the text is not well-formed XML.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("doctype", () => {
    throw new Error("A document type declaration is not allowed");
  });
  parser.on("opentag", (tag) => {
    const element: XmlElement = { name: tag.local, children: [], text: "" };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
    if (open.length > greatestDepth) throw new Error("The elements are nested too deeply");
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (content: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += content;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  if (root === undefined) throw new Error("The document is empty");
  return root;
}

/** The first child element with this name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
