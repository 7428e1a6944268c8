"use client";

import { RotateCw } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { literalLanguage } from "@/lib/i18n/literal-language";
import { useEffect, useRef, useState } from "react";
import { fetchJson } from "@/components/log/fetch-json";
import { LogActionsProvider } from "@/components/log/log-actions";
import { CancelRunButton } from "@/components/runs/cancel-run-button";
import { CountersTable } from "@/components/runs/counters-table";
import { openQuestionOf } from "@/components/runs/open-question-of";
import { QuestionNotice } from "@/components/runs/question-notice";
import type { RunActions } from "@/components/runs/run-actions";
import { RunFacts } from "@/components/runs/run-facts";
import { RunMessages } from "@/components/runs/run-messages";
import { RunTimeline } from "@/components/runs/run-timeline";
import { RunProgress } from "@/components/runs/run-progress";
import { RunVerdict } from "@/components/runs/run-verdict";
import { unsaidErrorOf, type UnsaidError } from "@/components/runs/unsaid-error-of";
import { SyncDialog, type SyncWish } from "@/components/settings/sync-dialog";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { importKinds } from "@/lib/connectors/record-kinds";
import type { ErrorCode } from "@/lib/errors";
import type { LogRow } from "@/lib/log/read-entry";
import { route } from "@/lib/routes/route";
import type { RunDetail } from "@/lib/runs/get-run";
import type { RunRequest } from "@/lib/runs/read-requests";
import { isOfSingleChanges } from "@/lib/runs/single-changes";

/** Milliseconds between two looks at a sync under way. */
const LIVE = 2_000;

type RunPageProps = {
  run: RunDetail;
  vendorName: string;
  /** What the log says about it, newest first. */
  entries: readonly LogRow[];
  /** The requests the log keeps of it, oldest first. */
  requests: readonly RunRequest[];
  /** Null: the person may look only. */
  actions: RunActions | null;
};

/** One sync: live while it is under way, then what it came to. */
export function RunPage({ run: firstRun, vendorName, entries, requests, actions }: RunPageProps) {
  const t = useTranslations("runs");
  const sync = useTranslations("sync");
  const router = useRouter();
  const { data: run, refetch } = useQuery({
    queryKey: ["run", firstRun.id],
    queryFn: ({ signal }) => fetchJson<RunDetail>(`/api/runs/${firstRun.id}`, signal),
    initialData: firstRun,
    refetchInterval: (query) => (query.state.data?.finishedAt ? false : LIVE),
  });
  const isLive = run.finishedAt === null;
  // At its end the log has more to say than when the page was opened.
  const wasLive = useRef(isLive);
  useEffect(() => {
    if (wasLive.current && !isLive) router.refresh();
    wasLive.current = isLive;
  }, [isLive, router]);
  const look = () => void refetch();
  const question = openQuestionOf(run);
  // Where the title wraps, the dot ends a line and does not begin one.
  const title = `${sync(`trigger.${run.trigger}`)}\u00a0· ${vendorName}`;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t("title"), href: "/runs" }]} />}
        title={title}
        state={isLive ? null : <RunVerdict state={run.state} isStopping={run.isStopping} />}
        actions={actions && !isLive && !isOfSingleChanges(run.trigger) ? <AgainButton run={run} vendorName={vendorName} again={actions.again} /> : null}
      />
      <div className="grid gap-6">
        {question ? <QuestionNotice question={question} vendorName={vendorName} actions={actions} onAnswered={(next) => (next ? router.push(`/runs/${next}`) : look())} /> : null}
        <Failure failure={unsaidErrorOf(run, question)} vendor={{ id: run.vendor, name: vendorName }} mayCorrect={actions !== null} />
        {isLive ? (
          <RunProgress run={run} vendorName={vendorName} budget={run.budget} expected={() => 0}>
            {actions ? <CancelRunButton runId={run.id} isStopping={run.isStopping} cancel={actions.cancel} onCancelled={look} /> : null}
          </RunProgress>
        ) : null}
        <RunFacts run={run} vendorName={vendorName} />
        <Card className="overflow-hidden" aria-labelledby="counters-title">
          <CardHeader title={t("detail.counters")} titleId="counters-title" />
          <div className="pt-3">
            <CountersTable runId={run.id} imports={run.imports} />
          </div>
          <CardFooter className="text-fg-2">{t("detail.countersNote")}</CardFooter>
        </Card>
        <RunTimeline requests={requests} />
        <LogActionsProvider processAgain={null} isAdministrator={actions !== null}>
          <RunMessages runId={run.id} entries={entries} />
        </LogActionsProvider>
      </div>
    </>
  );
}

/** What is put right on the settings page. */
const settingsErrors: ReadonlySet<ErrorCode> = new Set(["credentials_refused", "authentication_expired", "no_administration", "missing_rights", "not_connected"]);

type FailureProps = { failure: UnsaidError | null; vendor: { id: string; name: string }; mayCorrect: boolean };

/** Why it failed, what to do, and for who may do it the way there. */
function Failure({ failure, vendor, mayCorrect }: FailureProps) {
  const errors = useTranslations("errors");
  const names = useTranslations("sync.kind");
  const open = useTranslations("log.panel.open");
  const format = useFormatter();
  if (!failure) return null;
  const { error, kinds } = failure;
  const params = { vendor: vendor.name, ...error.params };
  return (
    <Notice
      tone="alert"
      actions={
        mayCorrect && settingsErrors.has(error.code) ? (
          <Button asChild size="sm">
            <Link href={route(`/settings/integrations/${vendor.id}`)}>{open("settings")}</Link>
          </Button>
        ) : null
      }
      title={
        <>
          {kinds.length > 0 ? `${format.list(kinds.map((kind) => names(kind)), "both")}: ` : null}
          <span lang={literalLanguage(error.code)}>{errors(`${error.code}.message`, params)}</span>
        </>
      }
    >
      <p>{errors(`${error.code}.remedy`, params)}</p>
    </Notice>
  );
}

/** The same imports once more. A manual one names first what it will overwrite. */
function AgainButton({ run, vendorName, again }: { run: RunDetail; vendorName: string; again: RunActions["again"] }) {
  const t = useTranslations("runs.again");
  const router = useRouter();
  const [wish, setWish] = useState<SyncWish | null>(null);
  const open = (runId: string) => router.push(`/runs/${runId}`);
  const { run: start, isRunning, error } = useServerAction(again, ({ runId }) => open(runId));
  const kinds = importKinds.filter((kind) => run.kinds.includes(kind));
  return (
    <>
      <Button busy={isRunning && t("busy")} onClick={() => (run.trigger === "manual" ? setWish({ kinds }) : start({ runId: run.id }))}>
        <RotateCw aria-hidden />
        {t("again")}
      </Button>
      <ActionError error={error} />
      <SyncDialog vendor={{ id: run.vendor, name: vendorName }} wish={wish} action={() => again({ runId: run.id })} onClose={() => setWish(null)} onRequested={open} />
    </>
  );
}
