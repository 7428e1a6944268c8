import type { useTranslations } from "next-intl";
import { isContentField } from "@/lib/catalogue/record-fields";
import { skipReasons, type InactiveReason, type SkipReason } from "@/lib/connectors/skip-reasons";

type ReasonWords = ReturnType<typeof useTranslations<"sync.reason">>;
type FieldWords = ReturnType<typeof useTranslations<"sync.field">>;
type Skipped = { reason: string; field: string | null; params: Readonly<Record<string, string>> };

const isSkipReason = (reason: string): reason is SkipReason => Object.hasOwn(skipReasons, reason);
const isInactiveReason = (reason: string): reason is InactiveReason => isSkipReason(reason) || reason === "gone" || reason === "otherAdministration";

/** Why a record is not imported, as a sentence, and what exactly is meant, where the sentence does not say it: `Postal code: “34”`. */
export function describeReason({ reason, field, params }: Skipped, reasons: ReasonWords, fields: FieldWords): { sentence: string; detail: string | null } {
  if (!params.value && reason !== "invalidValue") return { sentence: describeInactive(reason, reasons), detail: null };
  const name = field !== null && isContentField(field) ? fields(field) : field;
  const value = params.value ? `“${params.value}”` : null;
  return { sentence: describeInactive(reason, reasons), detail: [name, value].filter(Boolean).join(": ") || null };
}

/** Why a record here is no longer active. A reason without a sentence is shown as it is. */
export function describeInactive(reason: string, reasons: ReasonWords): string {
  return isInactiveReason(reason) ? reasons(reason) : reason;
}
