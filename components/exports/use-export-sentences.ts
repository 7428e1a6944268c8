"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useProblemSentence } from "@/components/exports/use-problem-sentence";
import { useDay } from "@/components/work-orders/use-day";
import { assertNever } from "@/lib/assert";
import type { ExportAnswer, ExportStanding, StandingError } from "@/lib/export/export-standing";
import type { ProblemSentence } from "@/lib/export/problem-words";

/** The answer in a sentence, what to do about it, and what stands behind it. */
export type ExportSentences = ProblemSentence & { reasons: readonly ProblemSentence[] };

/** ICU's word for "there is none" in the sentences that say more when there is one. */
const none = "none";

/** Says how a work order stands with a vendor: "Why is it (not) in Cash?". */
export function useExportSentences() {
  const t = useTranslations("exports.answer");
  const errors = useTranslations("errors");
  const statuses = useTranslations("workOrders.status");
  const format = useFormatter();
  const { problem } = useProblemSentence();
  const moment = (at: string) => format.dateTime(new Date(at), "moment");
  const clock = (at: string | null) => (at === null ? none : format.dateTime(new Date(at), "clock"));
  const day = useDay();
  // What it waits for passes, or somebody is told by the answer itself: no remedy that contradicts it.
  const reasonOf = (error: StandingError | null): ProblemSentence[] => (error ? [{ message: errors(`${error.code}.message`, error.params), remedy: null }] : []);
  const reasonsOf = (error: StandingError | null): ProblemSentence[] => (error ? [{ message: errors(`${error.code}.message`, error.params), remedy: errors(`${error.code}.remedy`, error.params) }] : []);

  return ({ vendorName: vendor, answer }: Pick<ExportStanding, "vendorName" | "answer">): ExportSentences => {
    const said = (kind: Exclude<ExportAnswer["kind"], "error" | "needsReview">, params: Record<string, string | number> = {}, reasons: ProblemSentence[] = []): ExportSentences => ({
      message: t(`${kind}.message`, { vendor, ...params }),
      remedy: t(`${kind}.remedy`, { vendor, ...params }),
      reasons,
    });
    switch (answer.kind) {
      case "done":
        return said("done", { number: answer.number, at: moment(answer.at), administration: answer.administration || none });
      case "changedSince":
        return said("changedSince", { number: answer.number, at: moment(answer.at), administration: answer.administration || none, revision: answer.revision });
      case "elsewhere":
        return said("elsewhere", { other: answer.vendorName, number: answer.number ?? none });
      case "notConnected":
      case "licence":
      case "switchedOff":
      case "handledElsewhere":
        return said(answer.kind);
      case "credentials":
        return said("credentials", {}, reasonsOf(answer.error));
      case "notComplete":
        return said("notComplete", { status: statuses(answer.status) });
      case "workStatus":
        return said("workStatus", { actual: answer.actual ?? none, expected: answer.expected });
      case "beforeStartDate":
        return said("beforeStartDate", { startDate: day(answer.startDate), completedOn: day(answer.completedOn) });
      case "due":
        return said("due", { until: clock(answer.until) });
      case "waiting":
        return said("waiting", { until: clock(answer.until) }, reasonOf(answer.error));
      case "sending":
        return said("sending", { since: clock(answer.since) });
      case "finishing":
        return said("finishing", { number: answer.number ?? none, until: clock(answer.until) }, reasonsOf(answer.error));
      case "notFinished":
        return said("notFinished", { number: answer.number, at: moment(answer.at) }, reasonsOf(answer.error));
      case "gone":
        return said("gone", { state: answer.state, number: answer.number, at: moment(answer.at), administration: answer.administration || none, reference: answer.reference });
      case "uncertain":
        return said("uncertain", { since: clock(answer.since), until: clock(answer.until) }, reasonOf(answer.error));
      case "dismissed":
        return said("dismissed", { by: answer.by ?? none, at: moment(answer.at) });
      case "needsReview":
        return { ...problem(answer.problem), reasons: [] };
      case "error": {
        const [first, ...others] = answer.problems.map(problem);
        return { message: first?.message ?? t("failed"), remedy: first?.remedy ?? null, reasons: others };
      }
      default:
        return assertNever(answer);
    }
  };
}
