/** All texts of a message file by their whole key. */
export function flattenMessages(messages: unknown, path = ""): Map<string, string> {
  if (typeof messages === "string") return new Map([[path, messages]]);
  if (typeof messages !== "object" || messages === null) throw new Error(`${path} is neither text nor a group`);
  return new Map(Object.entries(messages).flatMap(([key, value]) => [...flattenMessages(value, path === "" ? key : `${path}.${key}`)]));
}

export type Placeholders = {
  /** Names of what a text wants to be given, sorted. One language needs a plural where another does not. */
  values: string[];
  /** Tags that are filled by code: `<link>…</link>`. */
  tags: string[];
};

/** What a text in ICU form takes; the branches of plurals and selects are looked into. */
export function placeholdersOf(text: string): Placeholders {
  const values = new Set<string>();
  readText(text, 0, values);
  const tags = [...text.matchAll(/<([a-zA-Z]\w*)\/?>/g)].map((match) => match[1] ?? "");
  return { values: [...values].sort(), tags: [...new Set(tags)].sort() };
}

/** Reads up to the brace that closes the branch; returns the position behind it. */
function readText(text: string, start: number, values: Set<string>): number {
  let at = start;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? readArgument(text, at + 1, values) : at + 1;
  }
  return at + 1;
}

function readArgument(text: string, start: number, values: Set<string>): number {
  const [head = "", name = "", type = "", branches] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(,)?)?/.exec(text.slice(start)) ?? [];
  if (name === "") throw new Error(`A brace without a name in: ${text}`);
  values.add(name);
  let at = start + head.length;
  if (branches === undefined || (type !== "plural" && type !== "select" && type !== "selectordinal")) {
    at = text.indexOf("}", at);
    if (at < 0) throw new Error(`A brace that is not closed in: ${text}`);
    return at + 1;
  }
  while (at < text.length && text[at] !== "}") at = text[at] === "{" ? readText(text, at + 1, values) : at + 1;
  if (at >= text.length) throw new Error(`A brace that is not closed in: ${text}`);
  return at + 1;
}
