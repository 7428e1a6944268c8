import { CircleCheck, CircleSlash, Clock, RotateCw, TriangleAlert, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useIssueWords } from "@/components/issues/use-issue-words";
import { Dot } from "@/components/ui/state-line";
import { Time } from "@/components/ui/time";
import type { NoticeState } from "@/lib/generated/prisma/enums";
import type { NoticeRow } from "@/lib/notices/list-receivers";

/** `vendorName`: of the integration its issue is of. */
export type ShownNotice = NoticeRow & { vendorName: string };

const looks: Readonly<Record<NoticeState, { icon: LucideIcon; look: string }>> = {
  waiting: { icon: Clock, look: "text-fg-2" },
  sent: { icon: CircleCheck, look: "text-good-text" },
  failed: { icon: RotateCw, look: "text-fg-2" },
  givenUp: { icon: TriangleAlert, look: "text-alert-text" },
  dropped: { icon: CircleSlash, look: "text-fg-3" },
};

/** What a receiver was told last, and what became of it. */
export function NoticeList({ notices }: { notices: readonly ShownNotice[] }) {
  const t = useTranslations("notices");
  const words = useIssueWords();
  if (notices.length === 0) return <p className="text-sm text-fg-3">{t("deliveries.none")}</p>;
  return (
    <ul aria-label={t("deliveries.title")} className="divide-y divide-line text-sm">
      {notices.map(({ id, at, kind, state, problem, answer, issue, vendorName }) => {
        const { icon: Icon, look } = looks[state];
        return (
          <li key={id} className="grid gap-0.5 py-2.5">
            <Link href={`/issues/${issue.id}`} className="link justify-self-start wrap-anywhere">
              {words(issue, vendorName).title}
            </Link>
            <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-fg-3">
              <span>{t(`deliveries.${kind}`)}</span>
              <Dot />
              <span className={`inline-flex items-center gap-1 ${look}`}>
                <Icon aria-hidden className="size-3.5" />
                {t(`deliveries.state.${state}`)}
              </span>
              <Dot />
              <Time value={at} as="moment" />
            </p>
            {problem ? <p className="text-xs text-fg-2">{t(`problem.${problem}`, { answer: answer ?? 0 })}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
