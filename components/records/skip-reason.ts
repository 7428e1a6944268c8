import { useTranslations } from "next-intl";
import { describeInactive, describeReason } from "@/lib/not-imported/describe-reason";

/** The reason of a record that is not imported as a sentence, and what exactly is meant. */
export function useSkipReason() {
  const reasons = useTranslations("sync.reason");
  const fields = useTranslations("sync.field");
  return (skipped: Parameters<typeof describeReason>[0]) => describeReason(skipped, reasons, fields);
}

/** Why a record here is no longer active. */
export function useInactiveReason() {
  const reasons = useTranslations("sync.reason");
  return (reason: string) => describeInactive(reason, reasons);
}
