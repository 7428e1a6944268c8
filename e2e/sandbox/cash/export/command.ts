import { isTableNumber, type TableNumber } from "../data/definitions";

/** What an Export is asked for. */
export type ExportCommand =
  | {
      readonly kind: "records";
      readonly table: TableNumber;
      /** One record, or all records of one relation or order where the key has two parts. */
      readonly key?: string;
      /** Only what changed in the last so many days. */
      readonly changedInDays?: number;
      readonly withNames: boolean;
      readonly articles: ArticleLetters;
    }
  | { readonly kind: "nextRelationNumber"; readonly reserves: boolean };

/** The letters V, I, A and Z of `2260`. */
interface ArticleLetters {
  readonly withStock: boolean;
  readonly withoutPurchasePrice: boolean;
  /** Also the articles that are not in the web shop. */
  readonly beyondWebShop: boolean;
  readonly withoutImages: boolean;
}

export type CommandResult = { readonly ok: true; readonly command: ExportCommand } | { readonly ok: false; readonly problem: string };

/** Tables whose `W` is not proved: a switch decides whether the sandbox knows it. */
const tablesWithDoubtfulChanges: readonly TableNumber[] = ["2220", "2229", "2400"];

function lettersAllowed(table: TableNumber, doubtfulChanges: boolean): string {
  if (table === "2260") return "XWVIAZ";
  if (table === "0101") return "XW";
  return doubtfulChanges && tablesWithDoubtfulChanges.includes(table) ? "XW" : "X";
}

/** Reads `<record><letters>[|argument…]`; `doubtfulChanges` = W on 2220, 2229 and 2400 is known. */
export function parseCommand(text: string, doubtfulChanges: boolean): CommandResult {
  const [head = "", ...values] = text.trim().split("|");
  const parts = /^(\d{4})([A-Z]*)$/.exec(head);
  const number = parts?.[1] ?? "";
  const letters = parts?.[2] ?? "";
  if (number === "2050" && (letters === "N" || letters === "R")) {
    return { ok: true, command: { kind: "nextRelationNumber", reserves: letters === "R" } };
  }
  if (!isTableNumber(number)) return { ok: false, problem: `Onbekend commando ${text}` };
  const allowed = lettersAllowed(number, doubtfulChanges);
  if ([...letters].some((letter) => !allowed.includes(letter))) return { ok: false, problem: `Onbekend commando ${text}` };
  const changedInDays = letters.includes("W") ? Number(values[0] ?? Number.NaN) : undefined;
  if (changedInDays !== undefined && !(Number.isInteger(changedInDays) && changedInDays >= 0)) {
    return { ok: false, problem: `Ongeldig aantal dagen in commando ${text}` };
  }
  const key = changedInDays === undefined ? values.join("|") : "";
  return {
    ok: true,
    command: {
      kind: "records",
      table: number,
      ...(key === "" ? {} : { key }),
      ...(changedInDays === undefined ? {} : { changedInDays }),
      withNames: letters.includes("X"),
      articles: {
        withStock: letters.includes("V"),
        withoutPurchasePrice: letters.includes("I"),
        beyondWebShop: letters.includes("A"),
        withoutImages: letters.includes("Z"),
      },
    },
  };
}
