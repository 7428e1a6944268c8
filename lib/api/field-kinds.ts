import { Decimal } from "decimal.js";
import { z } from "zod";
import { unlessMissing, type FieldProblemCode } from "@/lib/api/field-problems";

/**
 * The kinds of fields that come from outside. Each says what it takes (which is also its description for other programs) and
 * becomes what a work order holds. Empty text is the same as nothing: much software sends every field it has.
 */

/** NUL, which PostgreSQL refuses, and halves of characters, which would be stored as something else. */
const brokenCharacter = /[\u0000\p{Cs}]/u;

const isEmpty = (value: unknown) => value === undefined || value === null || value === "";

/** Text on one line; codes and numbers may come as JSON numbers. */
const givenText = (max: number) =>
  z.union([z.string().trim().max(max, "tooLong").refine((value) => !brokenCharacter.test(value), "characters"), z.int()], { error: unlessMissing("text") }).transform(String);

/** Text that may be left out; empty is null. */
export const text = (max: number) => givenText(max).nullish().transform((value) => (isEmpty(value) ? null : (value ?? null)));

/** A country by its two letters, as of ISO 3166-1; in capitals, or null when empty. */
export const country = () =>
  z
    .string({ error: "country" })
    .meta({ pattern: String.raw`^\s*([A-Za-z]{2})?\s*$` })
    .nullish()
    .transform((value, context) => {
      const written = value?.trim().toUpperCase() ?? "";
      if (written === "") return null;
      return /^[A-Z]{2}$/.test(written) ? written : refuse(context, "country");
    });

/** Text that must be there. */
export const requiredText = (max: number) => givenText(max).refine((value) => value !== "", "required");

/** Text of several lines; line ends become those of Unix, blanks at the end go. */
export const longText = (max: number) =>
  z
    .string({ error: "text" })
    .transform((value) => value.replaceAll("\r\n", "\n").trimEnd())
    .pipe(z.string().max(max, "tooLong").refine((value) => !brokenCharacter.test(value), "characters"))
    .nullish()
    .transform((value) => (isEmpty(value) ? null : (value ?? null)));

/** Adds a problem to the field that is being read. */
function refuse(context: z.RefinementCtx, code: FieldProblemCode, params: Record<string, string | number> = {}): typeof z.NEVER {
  context.addIssue({ code: "custom", message: code, params });
  return z.NEVER;
}

/**
 * A decimal with at most so many places before and after the point or comma, as text with a point; null when empty. A JSON number
 * is taken by its shortest decimal text and never computed with.
 */
export const decimal = (whole: number, places: number) => {
  const form = new RegExp(String.raw`^-?\d{1,${whole}}([.,]\d{1,${places}})?$`);
  const pattern = new RegExp(String.raw`^\s*(-?\d{1,${whole}}([.,]\d{1,${places}})?)?\s*$`);
  return z
    .union([z.string().meta({ pattern: pattern.source }), z.number()], { error: "decimal" })
    .nullish()
    .transform((value, context) => {
      if (isEmpty(value)) return null;
      const written = typeof value === "number" ? new Decimal(String(value)).toFixed() : String(value).trim();
      if (written === "") return null;
      if (!form.test(written)) return refuse(context, "decimal", { whole, places });
      return new Decimal(written.replace(",", ".")).plus(0).toFixed();
    });
};

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

const dayForm = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}`;

/** A day, 2026-11-20 or, as OutSmart writes it, 20-11-2026; YYYY-MM-DD, or null when empty. */
export const day = () =>
  z
    .string({ error: "date" })
    .meta({ pattern: `^\\s*(${dayForm})?\\s*$` })
    .nullish()
    .transform((value, context) => {
      const written = value?.trim() ?? "";
      return written === "" ? null : (readDay(written) ?? refuse(context, "date"));
    });

/** The same for a day that must be there. */
export const requiredDay = () =>
  z
    .string({ error: unlessMissing("date") })
    .meta({ pattern: `^\\s*(${dayForm})\\s*$` })
    .transform((value, context) => readDay(value.trim()) ?? refuse(context, value.trim() === "" ? "required" : "date"));

/** A day of the calendar within living memory, or null. */
function readDay(written: string): string | null {
  const [, year, month, date] = isoDay.exec(written) ?? [];
  const [, firstDate, secondMonth, lastYear] = dayFirst.exec(written) ?? [];
  const parts = [year ?? lastYear, month ?? secondMonth, date ?? firstDate].map(Number);
  const [y = NaN, m = NaN, d = NaN] = parts;
  const moment = new Date(Date.UTC(y, m - 1, d));
  const isReal = moment.getUTCFullYear() === y && moment.getUTCMonth() === m - 1 && moment.getUTCDate() === d && y >= 1990 && y < 2100;
  return isReal ? moment.toISOString().slice(0, 10) : null;
}

/** A time of day such as 08:10, as minutes since midnight; null when empty. */
export const clock = () =>
  z
    .string({ error: "time" })
    .meta({ pattern: String.raw`^\s*(([01]?\d|2[0-3]):[0-5]\d(:00)?)?\s*$` })
    .nullish()
    .transform((value, context) => {
      const written = value?.trim() ?? "";
      if (written === "") return null;
      const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(written) ?? [];
      return hours === undefined ? refuse(context, "time") : Number(hours) * 60 + Number(minutes);
    });

const aDay = 24 * 60;

/** How long something took: minutes (90) or hours and minutes (1:30), at most a day; minutes, or null when empty. */
export const minutes = () =>
  z
    .union([z.string().meta({ pattern: String.raw`^\s*(\d{1,4}|\d{1,2}:[0-5]\d)?\s*$` }), z.int().min(0, "minutes").max(aDay, "minutes")], { error: "minutes" })
    .nullish()
    .transform((value, context) => {
      if (isEmpty(value)) return null;
      const written = String(value).trim();
      if (written === "") return null;
      const [, hours, rest] = /^(\d{1,2}):([0-5]\d)$/.exec(written) ?? [];
      const length = hours === undefined ? (/^\d{1,4}$/.test(written) ? Number(written) : Number.NaN) : Number(hours) * 60 + Number(rest);
      return length <= aDay ? length : refuse(context, "minutes");
    });

const yes = new Set(["1", "true", "yes", "y", "ja", "j", "sim", "s", "x"]);
const no = new Set(["", "0", "false", "no", "n", "nee", "nein", "não", "nao"]);

/** Yes or no as JSON, as a number, or as a word of one of our languages; nothing is no. */
export const yesNo = () =>
  z
    .union([z.boolean(), z.literal([0, 1]), z.string().max(10, "yesNo")], { error: "yesNo" })
    .nullish()
    .transform((value, context) => {
      const word = String(value ?? "").trim().toLowerCase();
      if (yes.has(word)) return true;
      return no.has(word) ? false : refuse(context, "yesNo");
    });
