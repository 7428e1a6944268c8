import { useFormatter, useTranslations } from "next-intl";
import { assertNever } from "@/lib/assert";
import { isRecordField } from "@/lib/audit/audit-actions";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { describeInactive } from "@/lib/not-imported/describe-reason";
import type { LookUpAnswer } from "@/lib/look-up/read-answer";

/** What came of a look-up, in a sentence. */
export function useLookUpSentence({ kind, vendor }: { kind: ImportKind; vendor: string }) {
  const t = useTranslations("records.lookUp");
  const names = useTranslations("sync.field");
  const kinds = useTranslations("sync.kind");
  const reasons = useTranslations("sync.reason");
  const format = useFormatter();
  const listed = (fields: readonly string[]) => format.list(fields.map((field) => (isRecordField(field) ? names(field) : field)));
  return (answer: LookUpAnswer): string => {
    switch (answer.state) {
      case "unchanged":
        return t(answer.keepsEdits ? "keepsEdits" : "unchanged", { vendor });
      case "changed":
        return [answer.fields.length > 0 ? t("changed", { vendor, fields: listed(answer.fields) }) : null, answer.below > 0 ? t("below", { count: answer.below }) : null].filter(Boolean).join(" ");
      case "back":
        return t("back", { vendor });
      case "left":
        return t("left", { reason: describeInactive(answer.reason, reasons) });
      case "kept":
        return t("kept", { vendor, reason: describeInactive(answer.reason, reasons) });
      case "switchedOff":
        return t("switchedOff", { vendor, kind: kinds(kind) });
      default:
        return assertNever(answer);
    }
  };
}
