"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/actions/form-dialog";
import { useServerAction } from "@/components/actions/use-server-action";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toastDone } from "@/components/ui/toast";
import { useNameProblem } from "@/components/work-statuses/use-input-problems";
import type { WorkStatusActions } from "@/components/work-statuses/work-status-actions";
import type { WorkStatusRow } from "@/lib/work-statuses/describe-work-statuses";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

type RenameWorkStatusProps = { row: WorkStatusRow; action: WorkStatusActions["rename"]; onClose: () => void };

/** Gives a work status another name; its code stays. */
export function RenameWorkStatus({ row, action, onClose }: RenameWorkStatusProps) {
  const t = useTranslations("workStatuses.rename");
  const [name, setName] = useState(row.name);
  const [isTried, setIsTried] = useState(false);
  const problem = useNameProblem(name);
  const { run, isRunning, error } = useServerAction(action, ({ status }) => {
    toastDone(t("done", { status }));
    onClose();
  });
  const submit = () => {
    setIsTried(true);
    if (problem === null) run({ id: row.id, name });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t("title", { status: writeWorkStatus(row) })}
      description={t("lead")}
      submitLabel={t("submit")}
      busy={isRunning && t("busy")}
      error={error}
      onSubmit={submit}
      noValidate
    >
      <Field label={t("name")} error={isTried ? problem : null}>
        <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
