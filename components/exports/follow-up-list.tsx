import { CircleCheck, Clock, Minus, Send, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { literalLanguage } from "@/lib/i18n/literal-language";
import { DiamondQuestionMark } from "@/components/ui/diamond-question-mark";
import type { FollowUpStanding } from "@/lib/export/export-standing";

const looks: Readonly<Record<FollowUpStanding["state"], { look: string; icon: LucideIcon }>> = {
  due: { look: "text-fg-3", icon: Clock },
  begun: { look: "text-fg-3", icon: Send },
  done: { look: "text-good", icon: CircleCheck },
  failed: { look: "text-alert", icon: TriangleAlert },
  uncertain: { look: "text-alert", icon: DiamondQuestionMark },
  skipped: { look: "text-fg-3", icon: Minus },
};

type FollowUpListProps = { followUps: readonly FollowUpStanding[]; vendorName: string };

/** What was done with the document once it was booked, each with how it ended; what went wrong says what to do. */
export function FollowUpList({ followUps, vendorName: vendor }: FollowUpListProps) {
  const t = useTranslations("exports.followUp");
  const errors = useTranslations("errors");
  return (
    <ul className="grid gap-2 text-sm">
      {followUps.map(({ id, state, error }) => {
        const { look, icon: Icon } = looks[state];
        const isTrouble = state === "failed" || state === "uncertain";
        return (
          <li key={id} className="flex gap-2">
            <Icon aria-hidden className={`mt-0.5 ${look}`} />
            <div className="min-w-0 wrap-anywhere">
              <p className={isTrouble ? "font-medium text-alert-text" : undefined}>{t("line", { what: t(`name.${id}`), state: t(`state.${state}`) })}</p>
              {isTrouble && error ? (
                <p lang={literalLanguage(error.code)} className="text-fg-2">
                  {errors(`${error.code}.message`, { vendor, ...error.params })}
                </p>
              ) : null}
              {isTrouble ? <p className="text-fg-2">{t(`remedy.${id}`, { vendor })}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
