import { useTranslations } from "next-intl";
import { Dot } from "@/components/ui/state-line";
import { Time } from "@/components/ui/time";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** Since when, how often, and when it happened last. */
export function IssueFacts({ issue: { firstAt, lastAt, times, resolvedAt }, vendorName }: { issue: IssueRow; vendorName: string }) {
  const t = useTranslations("issues");
  return (
    <p className="mt-3 flex flex-wrap gap-x-1.5 text-xs text-fg-3">
        <span>{vendorName}</span>
        <Dot />
        <span>{t.rich("fact.since", { at: () => <Time value={firstAt} as="moment" /> })}</span>
        {resolvedAt ? (
          <>
            <Dot />
            <span>{t.rich("fact.until", { at: () => <Time value={resolvedAt} as="moment" /> })}</span>
          </>
        ) : null}
        <Dot />
        <span>{t("fact.times", { times })}</span>
        {times > 1 ? (
          <>
            <Dot />
            <span>{t.rich("fact.last", { at: () => <Time value={lastAt} as="moment" /> })}</span>
          </>
        ) : null}
    </p>
  );
}
