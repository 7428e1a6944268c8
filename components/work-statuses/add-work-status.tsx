"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/actions/form-dialog";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toastDone } from "@/components/ui/toast";
import { useCodeProblem, useNameProblem } from "@/components/work-statuses/use-input-problems";

type AddAction = ServerAction<{ code: number; name: string }, { status: string }>;

/** The button and the form behind it. `codes`: those that are taken. */
export function AddWorkStatus({ codes, action }: { codes: readonly number[]; action: AddAction }) {
  const t = useTranslations("workStatuses.add");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        {t("button")}
      </Button>
      {isOpen ? <AddDialog firstFree={firstFreeCode(codes)} action={action} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

/** From 2 on: 0 and 1 are those of the first integration. */
function firstFreeCode(taken: readonly number[]): number {
  let code = 2;
  while (taken.includes(code)) code += 1;
  return code;
}

function AddDialog({ firstFree, action, onClose }: { firstFree: number; action: AddAction; onClose: () => void }) {
  const t = useTranslations("workStatuses.add");
  const [code, setCode] = useState(String(firstFree));
  const [name, setName] = useState("");
  const [isTried, setIsTried] = useState(false);
  const problems = { code: useCodeProblem(code), name: useNameProblem(name) };
  const { run, isRunning, error } = useServerAction(action, ({ status }) => {
    toastDone(t("done", { status }));
    onClose();
  });
  const submit = () => {
    setIsTried(true);
    if (problems.code === null && problems.name === null) run({ code: Number(code), name });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t("title")}
      description={t("lead")}
      submitLabel={t("submit")}
      busy={isRunning && t("busy")}
      error={error}
      onSubmit={submit}
      noValidate
    >
      <Field label={t("name")} error={isTried ? problems.name : null}>
        <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t("code")} help={t("codeHelp")} error={isTried ? problems.code : null} className="sm:max-w-32">
        <Input inputMode="numeric" numeric autoComplete="off" value={code} onChange={(event) => setCode(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
