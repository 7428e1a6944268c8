"use client";

import { useTranslations } from "next-intl";
import type { ExportActions } from "@/components/exports/export-actions";
import { ExportCandidates } from "@/components/exports/export-candidates";
import { ExportChoices } from "@/components/exports/export-choices";
import { ExportConditions } from "@/components/exports/export-conditions";
import { ExportMarkBadge, markOf } from "@/components/exports/export-mark";
import { RemedyLink } from "@/components/exports/remedy-link";
import { useExportSentences, type ExportSentences } from "@/components/exports/use-export-sentences";
import { IssueLink } from "@/components/issues/issue-link";
import { Card, CardBody } from "@/components/ui/card";
import type { ExportAnswer, ExportStanding } from "@/lib/export/export-standing";
import type { IssueRow } from "@/lib/issues/stored-issue";

type ExportBoxProps = {
  workOrder: { id: string; number: string };
  standing: ExportStanding;
  /** Null for viewers: they read the answer and change nothing. */
  actions: ExportActions | null;
  /** Administrators are led to the settings. */
  isAdministrator: boolean;
  /** The open issues that are behind the answer. */
  issues?: readonly IssueRow[];
};

const isBooked = ({ kind }: ExportAnswer) => kind === "done" || kind === "changedSince" || kind === "finishing" || kind === "notFinished";
const questionOf = (answer: ExportAnswer) => (isBooked(answer) ? "in" : "notIn");

/** "Why is it (not) in Cash?": the answer in a sentence, the remedy with its buttons, and what has to hold. */
export function ExportBox({ workOrder, standing, actions, isAdministrator, issues = [] }: ExportBoxProps) {
  const t = useTranslations("workOrders.box");
  const sentences = useExportSentences()(standing);
  const { answer, vendor, vendorName } = standing;
  const titleId = `export-${vendor}`;
  return (
    <Card aria-labelledby={titleId}>
      <CardBody>
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h2 id={titleId} className="text-md font-medium text-fg-2">
            {t(`question.${questionOf(answer)}`, { vendor: vendorName })}
          </h2>
          <ExportMarkBadge mark={markOf(standing)} />
        </div>
        <div aria-live="polite">
          <p className="mt-2 text-lg font-semibold tracking-snug wrap-anywhere">{sentences.message}</p>
          {sentences.remedy ? <p className="mt-2 text-sm text-fg-2 wrap-anywhere">{sentences.remedy}</p> : null}
          <Reasons reasons={sentences.reasons} said={sentences.remedy} />
        </div>
        <RawAnswer answer={answer} />
        <Tries standing={standing} />
        {isAdministrator ? <RemedyLink standing={standing} /> : null}
        {issues.map((issue) => (
          <IssueLink key={issue.id} issue={issue} vendorName={vendorName} />
        ))}
        {answer.kind === "needsReview" && answer.candidates.length > 0 ? (
          <ExportCandidates workOrder={workOrder} standing={standing} candidates={answer.candidates} link={standing.choices.includes("linkToExisting") ? (actions?.link ?? null) : null} />
        ) : null}
        {actions ? <ExportChoices workOrder={workOrder} standing={standing} actions={actions} /> : null}
        <ExportConditions vendorName={vendorName} conditions={standing.conditions} />
      </CardBody>
    </Card>
  );
}

/** How often it was tried; nothing of what was never asked for. */
function Tries({ standing: { tries, answer } }: Pick<ExportBoxProps, "standing">) {
  const t = useTranslations("exports");
  if (tries === 0 && answer.kind !== "waiting") return null;
  return <p className="mt-2 text-sm text-fg-3">{t("tries", { count: tries })}</p>;
}

/** Further problems, or the trouble that it waits for. What is to be done is not said twice. */
function Reasons({ reasons, said }: Pick<ExportSentences, "reasons"> & { said: string | null }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2 border-l-2 border-line-strong pl-3 text-sm">
      {reasons.map(({ message, remedy }) => (
        <li key={message} className="wrap-anywhere">
          {message}
          {remedy && remedy !== said ? <span className="block text-fg-3">{remedy}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** What the vendor said, word for word, for those who want to know. */
function RawAnswer({ answer }: { answer: ExportAnswer }) {
  const t = useTranslations("workOrders.box");
  const problems = answer.kind === "error" ? answer.problems : answer.kind === "needsReview" ? [answer.problem] : [];
  const raw = problems.flatMap((problem) => problem.raw ?? []);
  if (raw.length === 0) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="text-fg-2">{t("raw")}</summary>
      <pre lang="nl" className="mt-2 rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap text-fg-2 wrap-anywhere">
        {raw.join("\n")}
      </pre>
    </details>
  );
}
