"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DifferenceList } from "@/components/exports/difference-list";
import type { ExportActions } from "@/components/exports/export-actions";
import { RefusalNotice } from "@/components/exports/refusal-notice";
import { Button } from "@/components/ui/button";
import { ConfirmActionDialog } from "@/components/actions/confirm-action-dialog";
import { toastDone } from "@/components/ui/toast";
import { useDay } from "@/components/work-orders/use-day";
import { useWorkOrderAct } from "@/components/work-orders/use-work-order-act";
import type { ExportCandidate, ExportStanding } from "@/lib/export/export-standing";

type CandidatesProps = {
  workOrder: { id: string; number: string };
  standing: ExportStanding;
  candidates: readonly ExportCandidate[];
  /** Null: may look, but not link. */
  link: ExportActions["link"] | null;
};

/** The documents at the vendor that may be this work order, with what tells them apart; each can be linked. */
export function ExportCandidates({ workOrder, standing, candidates, link }: CandidatesProps) {
  const t = useTranslations("workOrders.box");
  const choice = useTranslations("exports.choice.linkToExisting");
  const day = useDay();
  const [asked, setAsked] = useState<ExportCandidate | null>(null);
  return (
    <div className="mt-4">
      <h3 className="text-sm">{t("candidates", { vendor: standing.vendorName })}</h3>
      <ul className="mt-2 grid gap-3">
        {candidates.map((candidate) => (
          <li key={candidate.id} className="rounded-md bg-sunken px-3 py-2.5 text-sm">
            <p className="flex flex-wrap items-center gap-x-2 font-medium tabular-nums">
              {candidate.url ? (
                <a href={candidate.url} target="_blank" rel="noreferrer" className="link inline-flex items-center gap-1">
                  {candidate.number}
                  <ExternalLink aria-hidden className="size-3.5" />
                </a>
              ) : (
                candidate.number
              )}
            </p>
            <p className="text-fg-2">{[candidate.date ? day(candidate.date) : null, candidate.customer].filter(Boolean).join(" · ")}</p>
            <DifferenceList differences={candidate.differences} />
            {link && standing.connectionId ? (
              <Button size="sm" className="mt-2" onClick={() => setAsked(candidate)}>
                {choice("confirm", { number: candidate.number })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked && link && standing.connectionId ? (
        <LinkDialog workOrder={workOrder} candidate={asked} vendor={standing.vendorName} connectionId={standing.connectionId} link={link} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  );
}

type LinkDialogProps = { workOrder: CandidatesProps["workOrder"]; candidate: ExportCandidate; vendor: string; connectionId: string; link: ExportActions["link"]; onClose: () => void };

function LinkDialog({ workOrder, candidate, vendor, connectionId, link, onClose }: LinkDialogProps) {
  const t = useTranslations("exports.choice.linkToExisting");
  const busy = useTranslations("workOrders.box")("busy");
  const words = { workOrder: workOrder.number, number: candidate.number, vendor };
  const { run, isRunning, error, refused } = useWorkOrderAct(link, () => {
    toastDone(t("done", words));
    onClose();
  });
  return (
    <ConfirmActionDialog
      open
      onOpenChange={onClose}
      title={t("title", words)}
      description={t("lead", words)}
      confirmLabel={t("confirm", words)}
      busy={isRunning && busy}
      onConfirm={() => run({ connectionId, id: workOrder.id, documentId: candidate.id })}
      error={error}
      refusal={refused && <RefusalNotice result={refused} />}
    />
  );
}
