import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { IssueHistory, IssueHistoryEvent } from "@/lib/issues/issue-history";

/** What became of an issue, and whether the same has happened before. */
export function IssueHistoryCard({ history: { events, earlier } }: { history: IssueHistory }) {
  const t = useTranslations("issues.history");
  const format = useFormatter();
  return (
    <Card aria-labelledby="history-title">
      <CardHeader title={t("title")} titleId="history-title" />
      <CardBody>
        <ol className="grid gap-2 text-sm">
          {events.map((event) => (
            <li key={event.id} className="flex flex-wrap gap-x-3">
              <Time value={event.at} as="moment" className="text-fg-3 tabular-nums" />
              <span>
                <Said event={event} />
              </span>
            </li>
          ))}
        </ol>
        {earlier.lastAt !== null && earlier.lastId !== null ? (
          <p className="mt-4 text-sm">
            <Link href={`/issues/${earlier.lastId}`} className="link">
              {t("earlier", { count: earlier.count, at: format.dateTime(new Date(earlier.lastAt), "moment") })}
            </Link>
          </p>
        ) : null}
      </CardBody>
    </Card>
  );
}

function Said({ event: { kind, actor, until } }: { event: IssueHistoryEvent }) {
  const t = useTranslations("issues.history");
  const format = useFormatter();
  return t(kind, { person: actor ?? "", until: until === null ? "none" : format.dateTime(new Date(until), "moment") });
}
