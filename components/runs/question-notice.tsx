"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { listPage } from "@/lib/catalogue/record-pages";
import type { RunActions } from "@/components/runs/run-actions";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toastDone } from "@/components/ui/toast";
import type { OpenQuestion } from "@/lib/connections/open-question";

type QuestionNoticeProps = {
  question: OpenQuestion;
  vendorName: string;
  /** Null: the person may look, not decide. */
  actions: Pick<RunActions, "confirmGuard" | "keepRecords"> | null;
  onAnswered: (runId: string | null) => void;
};

/** The question of the deactivation guard: what would go, and what to check before saying yes. */
export function QuestionNotice({ question, vendorName, actions, onAnswered }: QuestionNoticeProps) {
  const t = useTranslations("runs.question");
  const kinds = useTranslations("sync.kind");
  const [first] = question.kinds;
  return (
    <Notice
      tone="alert"
      title={question.kinds.map(({ kind, wouldGo, of, isEmptied }) => (
        <span key={kind} className="block">
          {isEmptied ? t("emptied", { vendor: vendorName, kind: kinds(kind), of }) : t("title", { wouldGo, of, kind: kinds(kind) })}
        </span>
      ))}
      actions={actions ? <Answers question={question} vendorName={vendorName} actions={actions} onAnswered={onAnswered} /> : null}
    >
      <p>{actions ? t("lead", { vendor: vendorName }) : t("leadViewer")}</p>
      {first ? (
        <p className="mt-1">
          <Link href={listPage(first.kind)} className="link">
            {t("show")}
          </Link>
        </p>
      ) : null}
    </Notice>
  );
}

type AnswersProps = Omit<QuestionNoticeProps, "actions"> & { actions: Pick<RunActions, "confirmGuard" | "keepRecords"> };

function Answers({ question, vendorName, actions, onAnswered }: AnswersProps) {
  const t = useTranslations("runs.question");
  const [isAsking, setIsAsking] = useState(false);
  const count = question.kinds.reduce((sum, one) => sum + one.wouldGo, 0);
  const confirm = useServerAction(actions.confirmGuard, ({ runId }) => {
    setIsAsking(false);
    onAnswered(runId);
  });
  const keep = useServerAction(actions.keepRecords, () => {
    toastDone(t("kept"));
    onAnswered(null);
  });
  return (
    <>
      <Button size="sm" busy={keep.isRunning && t("keeping")} onClick={() => keep.run({ runId: question.runId })}>
        {t("keep")}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setIsAsking(true)}>
        {t("deactivate", { count })}
      </Button>
      <ActionError error={keep.error} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t("confirmTitle", { count })}
        description={t("confirmLead", { vendor: vendorName })}
        confirmLabel={t("deactivate", { count })}
        busy={confirm.isRunning && t("busy")}
        onConfirm={() => confirm.run({ runId: question.runId })}
      >
        {confirm.error ? (
          <DialogBody>
            <ActionError error={confirm.error} />
          </DialogBody>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
