"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/actions/form-dialog";
import { LinkDialog, type OneTimeLink } from "@/components/people/link-dialog";
import { RoleField } from "@/components/people/role-field";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import type { InviteAnswer } from "@/components/people/user-actions";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Role } from "@/lib/auth/roles";

type Invitation = { name: string; email: string; role: Role };
type InviteAction = ServerAction<Invitation, InviteAnswer>;

const blank: Invitation = { name: "", email: "", role: "planner" };

/** The button, the form behind it, and the link it leads to. */
export function InviteUser({ action }: { action: InviteAction }) {
  const t = useTranslations("users.invite");
  const [isOpen, setIsOpen] = useState(false);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <UserPlus aria-hidden />
        {t("button")}
      </Button>
      {isOpen ? <InviteDialog action={action} onClose={() => setIsOpen(false)} onInvited={setLink} /> : null}
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </>
  );
}

type InviteDialogProps = { action: InviteAction; onClose: () => void; onInvited: (link: OneTimeLink) => void };

function InviteDialog({ action, onClose, onInvited }: InviteDialogProps) {
  const t = useTranslations("users.invite");
  const [person, setPerson] = useState(blank);
  const [takenEmail, setTakenEmail] = useState<string | null>(null);
  const { run, isRunning, error } = useServerAction(action, (answer) => {
    if (answer.outcome === "emailTaken") return setTakenEmail(person.email);
    onInvited({ name: person.name, email: person.email, address: answer.address });
    onClose();
  });
  const submit = () => {
    run(person);
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
      <Field label={t("name")}>
        <Input required maxLength={120} autoComplete="off" value={person.name} onChange={(event) => setPerson({ ...person, name: event.target.value })} />
      </Field>
      <Field label={t("email")} error={takenEmail === person.email && takenEmail ? t("emailTaken") : null}>
        <Input type="email" required maxLength={254} autoComplete="off" value={person.email} onChange={(event) => setPerson({ ...person, email: event.target.value })} />
      </Field>
      <RoleField value={person.role} onChange={(role) => setPerson({ ...person, role })} />
    </FormDialog>
  );
}
