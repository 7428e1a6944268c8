"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { ActionError } from "@/components/people/action-error";
import { useServerAction } from "@/components/people/use-server-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody } from "@/components/ui/dialog";
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
  const form = useId();
  const { run, isRunning, error } = useServerAction(action, ({ status }) => {
    toastDone(t("done", { status }));
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (problem === null) run({ id: row.id, name });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title", { status: writeWorkStatus(row) })}
      description={t("lead")}
      footer={
        <Button type="submit" form={form} variant="primary" busy={isRunning && t("busy")}>
          {t("submit")}
        </Button>
      }
    >
      <DialogBody>
        <form id={form} noValidate onSubmit={submit} className="grid gap-5">
          <ActionError error={error} />
          <Field label={t("name")} error={isTried ? problem : null}>
            <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </form>
      </DialogBody>
    </Dialog>
  );
}
