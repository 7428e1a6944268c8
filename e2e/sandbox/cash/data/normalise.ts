import { assertNever } from "../../../../lib/assert";
import type { FieldDefinition, TableDefinition } from "./definitions";

/** The value as it is kept and given back, or nothing when the vendor refuses it. */
export type NormalisedValue = { readonly ok: true; readonly value: string } | { readonly ok: false };

const refused: NormalisedValue = { ok: false };

function accepted(value: string): NormalisedValue {
  return { ok: true, value };
}

/** `|` and line breaks separate values at the vendor, so they cannot stand inside one. */
function withoutSeparators(text: string): string {
  return text.replace(/[|\r\n\t]+/g, " ").replace(/ {2,}/g, " ").trim();
}

function normaliseDigits(text: string, length: number): NormalisedValue {
  if (!/^\d+$/.test(text)) return refused;
  const plain = text.replace(/^0+(?=\d)/, "");
  return plain.length > length ? refused : accepted(plain.padStart(length, "0"));
}

function normaliseDecimal(text: string, length: number): NormalisedValue {
  const parts = /^(-?)(\d+)(?:[.,](\d{1,4}))?$/.exec(text);
  if (parts === null) return refused;
  const [, sign = "", whole = "0", decimals = ""] = parts;
  const value = `${sign}${whole.replace(/^0+(?=\d)/, "")},${decimals.padEnd(2, "0")}`;
  return value.length > length + 1 ? refused : accepted(value);
}

/** An amount has two decimals; a third one is refused rather than rounded. */
function normaliseAmount(text: string, length: number): NormalisedValue {
  return /[.,]\d{3,}$/.test(text) ? refused : normaliseDecimal(text, length);
}

/** `yymmdd` in, `dd-mm-yyyy` out; what already has the outgoing form is taken too, as a person may type it on the page. */
function normaliseDate(text: string): NormalisedValue {
  const incoming = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  const outgoing = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text);
  const [year, month, day] = incoming
    ? [`20${incoming[1]}`, incoming[2] ?? "", incoming[3] ?? ""]
    : [outgoing?.[3] ?? "", outgoing?.[2] ?? "", outgoing?.[1] ?? ""];
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.getUTCDate() !== Number(day)) return refused;
  return accepted(`${day}-${month}-${year}`);
}

function formatDutchPostcode(text: string): string {
  return text.toUpperCase().replace(/^(\d{4}) ?([A-Z]{2})(?=$| )/, "$1 $2");
}

/** Brings a value that came in to the vendor's form: cut, padded, upper case, comma — or refuses it. Empty stays empty. */
export function normaliseValue(field: FieldDefinition, raw: string): NormalisedValue {
  const text = withoutSeparators(raw);
  if (text === "") return accepted("");
  switch (field.kind) {
    case "code":
      return text.length > field.length ? refused : accepted(text.toUpperCase());
    case "letter":
      return text.length > 1 ? refused : accepted(text.toUpperCase());
    case "digits":
      return normaliseDigits(text, field.length);
    case "amount":
      return normaliseAmount(text, field.length);
    case "quantity":
      return normaliseDecimal(text, field.length);
    case "date":
      return normaliseDate(text);
    case "text":
      return accepted(text.slice(0, field.length).trimEnd());
    case "place":
      return accepted(text.toUpperCase().slice(0, field.length).trimEnd());
    case "postcode":
    case "postcodeAndPlace":
      return accepted(formatDutchPostcode(text).slice(0, field.length).trimEnd());
    default:
      return assertNever(field.kind);
  }
}

/** A key as someone asks for it, with each part in the form in which it is kept: `100` finds `000100`. */
export function normaliseKey(definition: TableDefinition, key: string): string {
  return key
    .split("|")
    .map((part, place) => {
      const field = definition.fields.find(({ number }) => number === definition.keys[place]);
      const normalised = field === undefined ? undefined : normaliseValue(field, part);
      return normalised?.ok === true ? normalised.value : part;
    })
    .join("|");
}
