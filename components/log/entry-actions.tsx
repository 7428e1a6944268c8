import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLogActions } from "@/components/log/log-actions";
import { ProcessAgainButton } from "@/components/log/process-again-button";
import { notImportedPage, recordPage } from "@/lib/catalogue/record-pages";
import { Button } from "@/components/ui/button";
import type { LogEntryDetail } from "@/lib/log/read-entry";
import { route } from "@/lib/routes/route";

type Place = { href: Route; label: "run" | "record" | "notImported" | "settings" | "licences" | "issue" };

/** Where the remedy of an entry is to be done; the first place is the one to go to. Settings open to administrators only: everybody else is told who can do it by the issue. */
function placesOf({ level, runId, record, detail, vendor, kind, operation, issueId }: LogEntryDetail, isAdministrator: boolean): Place[] {
  const places: Place[] = [];
  const code = detail.error?.code;
  if (isAdministrator && code === "no_licence") places.push({ href: route(vendor ? `/settings/licences#${vendor}` : "/settings/licences"), label: "licences" });
  else if (isAdministrator && code && vendor && level === "error") places.push({ href: route(`/settings/integrations/${vendor}`), label: "settings" });
  if (record?.here) places.push({ href: recordPage(record.kind, record.here.id), label: "record" });
  else if (record) places.push({ href: notImportedPage(record.kind, record.key), label: "notImported" });
  else if (kind && operation === "record.skipped") places.push({ href: notImportedPage(kind), label: "notImported" });
  if (issueId) places.push({ href: route(`/issues/${issueId}`), label: "issue" });
  if (runId) places.push({ href: route(`/runs/${runId}`), label: "run" });
  return places;
}

export function EntryActions({ entry }: { entry: LogEntryDetail }) {
  const t = useTranslations("log.panel.open");
  const { processAgain, isAdministrator } = useLogActions();
  const places = placesOf(entry, isAdministrator);
  const isFailed = entry.operation === "webhook.failed";
  const again = processAgain && entry.detail.delivery ? <ProcessAgainButton entryId={entry.id} action={processAgain} isFirst={isFailed} /> : null;
  if (places.length === 0 && !again) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {isFailed ? again : null}
      {places.map(({ href, label }, index) => (
        <Button key={label} asChild size="sm" variant={index === 0 && !(isFailed && again) ? "default" : "ghost"}>
          <Link href={href}>{t(label)}</Link>
        </Button>
      ))}
      {isFailed ? null : again}
    </div>
  );
}
