"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/actions/action-error";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ChooseFile } from "@/components/work-order-import/choose-file";
import { FilePreviewCard } from "@/components/work-order-import/file-preview";
import { FileProblemNotice } from "@/components/work-order-import/file-problem-notice";
import type { ImportActions } from "@/components/work-order-import/import-actions";
import { ImportOutcome, ImportProgress } from "@/components/work-order-import/import-outcome";
import { useImport } from "@/components/work-order-import/use-import";
import { WrongCells } from "@/components/work-order-import/wrong-cells";
import { rowLimit } from "@/lib/intake/row-limit";

/** Brings a file of work orders in: choose, look, import. */
export function ImportWorkOrders({ actions }: { actions: ImportActions }) {
  return <div className="grid gap-6">{useStep(actions)}</div>;
}

function useStep(actions: ImportActions) {
  const t = useTranslations("intake.import");
  const { state, choose, importFile, startOver } = useImport(actions);
  const chooser = <ChooseFile onChoose={(file) => void choose(file)} reading={state.step === "reading" ? state.file.name : null} rowLimit={rowLimit} />;
  switch (state.step) {
    case "choose":
    case "reading":
      return chooser;
    case "unreadable":
      return (
        <>
          <FileProblemNotice problem={state.problem} />
          {chooser}
        </>
      );
    case "failed":
      return (
        <>
          <ActionError error={state.error} />
          {chooser}
        </>
      );
    case "preview": {
      const { file, preview } = state;
      return (
        <>
          <FilePreviewCard name={file.name} preview={preview} onImport={() => void importFile(file, preview)} onOther={startOver} />
          {preview.counts.wrong > 0 ? <WrongCells file={file} wrongOrders={preview.counts.wrong} cells={preview.wrong} total={preview.wrongCells} wrongRows={actions.wrongRows} /> : null}
        </>
      );
    }
    case "importing":
      return <ImportProgress soFar={state.soFar} />;
    case "broken": {
      const { file, preview, soFar, error } = state;
      return (
        <>
          <ActionError error={error} />
          <Notice
            tone="alert"
            title={t("broken.title", { done: soFar.done, total: soFar.total })}
            actions={<Button onClick={() => void importFile(file, preview, soFar)}>{t("broken.again")}</Button>}
          >
            {t("importing.keepOpen")}
          </Notice>
        </>
      );
    }
    case "done": {
      const { file, preview, soFar } = state;
      return (
        <>
          <ImportOutcome name={file.name} soFar={soFar} preview={preview} onOther={startOver} />
          {preview.counts.wrong > 0 ? <WrongCells file={file} wrongOrders={preview.counts.wrong} cells={preview.wrong} total={preview.wrongCells} wrongRows={actions.wrongRows} /> : null}
        </>
      );
    }
  }
}
