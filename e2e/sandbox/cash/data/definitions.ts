/** The tables the sandbox keeps, named as in the vendor's record layout: `R` + this number on the wire. */
export const tableNumbers = ["0101", "2220", "2229", "2260", "2209", "2205", "2400", "2410"] as const;
export type TableNumber = (typeof tableNumbers)[number];

/**
 * How a value is kept and given back. code = upper case without separators · text = mixed case · digits = zero-padded ·
 * amount = two decimals with a comma · quantity = decimals with a comma · date = comes in as `yymmdd`, goes out as `dd-mm-yyyy` ·
 * postcode = Dutch ones become `1234 AB` · place and postcodeAndPlace = upper case · letter = one upper-case letter.
 */
type FieldKind =
  | "code"
  | "text"
  | "digits"
  | "amount"
  | "quantity"
  | "date"
  | "postcode"
  | "place"
  | "postcodeAndPlace"
  | "letter";

export interface FieldDefinition {
  /** Four digits; `F` + number on the wire. */
  readonly number: string;
  /** The Dutch name, as the `X` commands give it. */
  readonly name: string;
  readonly kind: FieldKind;
  /** Greatest length: texts are cut to it, codes and numbers that are longer are refused. */
  readonly length: number;
  /** The table in which the value must exist. */
  readonly refersTo?: TableNumber;
}

export interface TableDefinition {
  readonly number: TableNumber;
  readonly name: string;
  /** The fields that together identify a record. */
  readonly keys: readonly [string, ...string[]];
  /** The field that holds `J` when the record is blocked. */
  readonly blockedField?: string;
  /** The field in which Cash itself keeps the date of the last change. */
  readonly changedField?: string;
  readonly fields: readonly FieldDefinition[];
}

type FieldRow = readonly [number: string, name: string, kind: FieldKind, length: number, refersTo?: TableNumber];

function defineFields(rows: readonly FieldRow[]): readonly FieldDefinition[] {
  return rows.map(([number, name, kind, length, refersTo]) =>
    refersTo === undefined ? { number, name, kind, length } : { number, name, kind, length, refersTo },
  );
}

const addressRows: readonly FieldRow[] = [
  ["0103", "Naam", "text", 35],
  ["0104", "Ter attentie van", "text", 35],
  ["0105", "Adres", "text", 35],
  ["0107", "Postcode en plaats", "postcodeAndPlace", 35],
  ["0108", "Telefoon", "text", 15],
];

const splitAddressRows: readonly FieldRow[] = [
  ["0438", "Postcode", "postcode", 10],
  ["1833", "Straat", "text", 35],
  ["1834", "Huisnummer", "text", 10],
  ["1837", "Plaats", "place", 35],
];

/** Every table with its fields, in the order in which they are written. */
export const tableDefinitions: Readonly<Record<TableNumber, TableDefinition>> = {
  "0101": {
    number: "0101",
    name: "Relaties",
    keys: ["0101"],
    blockedField: "1487",
    fields: defineFields([
      ["0101", "Relatienummer", "digits", 6],
      ["0102", "Zoeknaam", "code", 10],
      ...addressRows,
      ["0110", "IBAN", "code", 34],
      ["0111", "Betaaltermijn", "digits", 3],
      ["0116", "Btw-nummer", "code", 20],
      ["0120", "E-mail", "text", 80],
      ["0125", "Land", "place", 25],
      ["0130", "Landcode", "code", 3],
      ...splitAddressRows,
      ["1197", "Mobiel", "text", 15],
      ["1479", "KvK-nummer", "digits", 8],
      ["1487", "Geblokkeerd", "letter", 1],
    ]),
  },
  "2220": {
    number: "2220",
    name: "Debiteuren",
    keys: ["0101"],
    blockedField: "2226",
    fields: defineFields([
      ["0101", "Relatienummer", "digits", 6, "0101"],
      ["2200", "Prijslijst", "code", 4],
      ["2226", "Geblokkeerd", "letter", 1],
      ["2227", "Factuurrelatie", "digits", 6, "0101"],
      ["2422", "Btw-code", "digits", 2],
    ]),
  },
  "2229": {
    number: "2229",
    name: "Afleveradressen",
    keys: ["0101", "2228"],
    changedField: "2306",
    fields: defineFields([
      ["0101", "Relatienummer", "digits", 6, "0101"],
      ["2228", "Volgnummer", "digits", 3],
      ["2229", "Omschrijving", "text", 25],
      ...addressRows,
      ["0115", "Fax", "text", 15],
      ["0125", "Land", "place", 25],
      ["0130", "Landcode", "code", 3],
      ...splitAddressRows,
      ["2306", "Gewijzigd", "date", 10],
      ["2888", "GLN", "digits", 13],
    ]),
  },
  "2260": {
    number: "2260",
    name: "Artikelen",
    keys: ["2260"],
    blockedField: "2280",
    fields: defineFields([
      ["2260", "Artikelcode", "code", 20],
      ["2261", "Zoeknaam", "code", 10],
      ["2001", "Omschrijving", "text", 35],
      ["2208", "Artikelgroep", "code", 6],
      ["2262", "Soort artikel", "letter", 1],
      ["2264", "Inkoopprijs", "amount", 12],
      ["2266", "Eenheid", "text", 6],
      ["2267", "Verkoopprijs", "amount", 12],
      ["2273", "Voorraad", "quantity", 12],
      ["2278", "Webwinkel", "letter", 1],
      ["2280", "Geblokkeerd", "letter", 1],
      ["2295", "Afbeelding", "text", 80],
      ["2422", "Btw-code", "digits", 2],
    ]),
  },
  "2209": {
    number: "2209",
    name: "Magazijnen",
    keys: ["2209"],
    blockedField: "2280",
    fields: defineFields([
      ["2209", "Magazijncode", "code", 6],
      ["2001", "Omschrijving", "text", 35],
      ["2280", "Geblokkeerd", "letter", 1],
    ]),
  },
  "2205": {
    number: "2205",
    name: "Medewerkers",
    keys: ["2205"],
    blockedField: "2280",
    fields: defineFields([
      ["2205", "Medewerkercode", "code", 6],
      ["2001", "Naam", "text", 35],
      ["0120", "E-mail", "text", 80],
      ["2280", "Geblokkeerd", "letter", 1],
    ]),
  },
  "2400": {
    number: "2400",
    name: "Verkooporders",
    keys: ["2400"],
    fields: defineFields([
      ["2400", "Ordernummer", "digits", 6],
      ["2401", "Orderdatum", "date", 10],
      ["2402", "Leverdatum", "date", 10],
      ["2404", "Status", "letter", 1],
      ["2405", "Omschrijving", "text", 25],
      ["2406", "Referentie", "text", 25],
      ["2408", "Omschrijving 2", "text", 25],
      ["2220", "Debiteur", "digits", 6, "2220"],
      ["2227", "Factuurrelatie", "digits", 6, "0101"],
      ["2419", "Afleveradres", "digits", 3],
      ["2205", "Medewerker", "code", 6, "2205"],
    ]),
  },
  "2410": {
    number: "2410",
    name: "Orderregels",
    keys: ["2400", "2426"],
    fields: defineFields([
      ["2400", "Ordernummer", "digits", 6],
      ["2426", "Regelnummer", "digits", 4],
      ["2260", "Artikelcode", "code", 20, "2260"],
      ["2001", "Omschrijving", "text", 60],
      ["2410", "Aantal", "quantity", 12],
      ["2267", "Prijs", "amount", 12],
      ["2002", "Kortingspercentage", "amount", 6],
      ["2209", "Magazijn", "code", 6, "2209"],
    ]),
  },
};

/** True when the text is the number of a table the sandbox keeps. */
export function isTableNumber(text: string): text is TableNumber {
  return Object.hasOwn(tableDefinitions, text);
}
