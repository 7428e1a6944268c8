"use client";

import Link from "next/link";
import { useFormatter, useNow, useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayOf } from "@/components/log/day-groups";
import { notImportedPage } from "@/lib/catalogue/record-pages";
import { Dot } from "@/components/ui/state-line";
import type { ImportStanding } from "@/lib/connections/import-standing";

type ImportResultProps = { standing: ImportStanding | undefined; isOn: boolean; isManualOnly: boolean };

/** What an import has brought: "3,950 in OutSmart · 1,050 not imported · 6 changed at 09:37". */
export function ImportResult({ standing, isOn, isManualOnly }: ImportResultProps) {
  const t = useTranslations("settings.imports");
  const records = standing?.records ?? 0;
  const parts: ReactNode[] = [];
  if (!isOn) {
    parts.push(t("off"));
    if (records > 0) parts.push(t("kept", { count: records }));
  } else if (!standing?.lastReadAt) {
    parts.push(t(isManualOnly ? "neverManual" : "never"));
  } else {
    parts.push(t.rich("records", { count: records, strong: (words) => <strong className="text-fg">{words}</strong> }));
    if (standing.notImported > 0) parts.push(<NotImported standing={standing} />);
    parts.push(<LastRead standing={standing} isManualOnly={isManualOnly} />);
  }
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-fg-2 tabular-nums">
      {parts.map((part, index) => (
        <span key={index} className="inline-flex gap-x-2">
          <span>{part}</span>
          {index < parts.length - 1 ? <Dot /> : null}
        </span>
      ))}
    </p>
  );
}

function NotImported({ standing: { kind, notImported } }: { standing: ImportStanding }) {
  const t = useTranslations("settings.imports");
  return (
    <Link href={notImportedPage(kind)} className="link whitespace-nowrap">
      {t("notImported", { count: notImported })}
    </Link>
  );
}

function LastRead({ standing: { lastReadAt, lastChanges, lastRequestedBy }, isManualOnly }: { standing: ImportStanding; isManualOnly: boolean }) {
  const t = useTranslations("settings.imports");
  if (lastReadAt === null) return null;
  const time = () => <When moment={lastReadAt} />;
  if (isManualOnly) return lastRequestedBy ? t.rich("lastBy", { time, person: lastRequestedBy }) : t.rich("last", { time });
  return lastChanges > 0 ? t.rich("changed", { time, count: lastChanges }) : t.rich("unchanged", { time });
}

/** "at 09:37" today, "on 2 Nov 2026" before. */
function When({ moment: text }: { moment: string }) {
  const t = useTranslations("settings.imports");
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const moment = new Date(text);
  const isToday = dayOf(moment, timeZone) === dayOf(useNow({ updateInterval: 60_000 }), timeZone);
  return (
    <time dateTime={text} title={format.dateTime(moment, "exact")}>
      {isToday ? t("at", { clock: format.dateTime(moment, "clock") }) : t("on", { day: format.dateTime(moment, "day") })}
    </time>
  );
}
