"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MadeKeyDialog, type MadeKey } from "@/components/api-keys/made-key-dialog";
import { FormDialog } from "@/components/actions/form-dialog";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type MakeAction = ServerAction<{ name: string }, { token: string }>;

/** The button, the form behind it, and the key it leads to. */
export function MakeApiKey({ action }: { action: MakeAction }) {
  const t = useTranslations("apiKeys.make");
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        {t("button")}
      </Button>
      {isOpen ? <MakeDialog action={action} onClose={() => setIsOpen(false)} onMade={setMade} /> : null}
      <MadeKeyDialog made={made} onClose={() => setMade(null)} />
    </>
  );
}

function MakeDialog({ action, onClose, onMade }: { action: MakeAction; onClose: () => void; onMade: (made: MadeKey) => void }) {
  const t = useTranslations("apiKeys.make");
  const [name, setName] = useState("");
  const { run, isRunning, error } = useServerAction(action, ({ token }) => {
    onMade({ name, token });
    onClose();
  });
  const submit = () => {
    run({ name });
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
    >
      <Field label={t("name")} help={t("help")}>
        <Input required maxLength={120} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
