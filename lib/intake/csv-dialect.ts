import { decimalMark } from "@/lib/i18n/format-decimal";
import { regionalLocales, type Locale } from "@/lib/i18n/locales";

/** What spreadsheets of a language put between cells: where the decimal mark is a comma, semicolons. */
export function separatorOf(locale: Locale): "," | ";" {
  return decimalMarkOf(locale) === "," ? ";" : ",";
}

export function decimalMarkOf(locale: Locale): "," | "." {
  return decimalMark(regionalLocales[locale]) === "," ? "," : ".";
}
