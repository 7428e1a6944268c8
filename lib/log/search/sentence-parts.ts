import { wordsOf } from "@/lib/log/search/words";
import { term } from "@/lib/log/search/term";

/** Words that a sentence holds by itself. `when`: terms an entry must have for its sentence to hold them; none: it always does. */
export type SentencePart = { words: string[]; when: string[] };

/**
 * Takes a message in ICU form apart: what stands between its parameters, and in the branches of its selects and plurals.
 * @throws Error for a brace that is not closed
 */
export function sentenceParts(message: string, when: string[] = []): SentencePart[] {
  const parts: SentencePart[] = [];
  let literal = "";
  let at = 0;
  while (at < message.length) {
    if (message[at] !== "{") literal += message[at++];
    else {
      const end = closingBrace(message, at);
      parts.push(...argumentParts(message.slice(at + 1, end), when));
      literal += " ";
      at = end + 1;
    }
  }
  const words = wordsOf(literal.replaceAll("''", "'").replaceAll("#", " "));
  return words.length > 0 ? [{ words, when }, ...parts] : parts;
}

function argumentParts(argument: string, when: string[]): SentencePart[] {
  const [head = "", name = ""] = /^\s*(\w+)\s*,\s*(?:select|plural|selectordinal)\s*,/.exec(argument) ?? [];
  if (head === "") return [];
  const branches = readBranches(argument, head.length);
  const named = [...branches.keys()].filter((option) => option !== "other").map((option) => branchTerm(name, option));
  return [...branches].flatMap(([option, text]) => sentenceParts(text, [...when, ...(option === "other" ? named.map((one) => `!${one}`) : [branchTerm(name, option)])]));
}

/** `one` is 1 in all four languages. */
function branchTerm(name: string, option: string): string {
  return term(`~${name}=${option === "one" ? "1" : option.replace(/^=/, "")}`);
}

function readBranches(argument: string, start: number): Map<string, string> {
  const branches = new Map<string, string>();
  const option = /\s*(=?\w+)\s*\{/y;
  for (let at = start; ; ) {
    option.lastIndex = at;
    const found = option.exec(argument);
    if (!found?.[1]) return branches;
    const open = option.lastIndex - 1;
    at = closingBrace(argument, open) + 1;
    branches.set(found[1], argument.slice(open + 1, at - 1));
  }
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  throw new Error(`A brace is not closed in: ${text}`);
}
