"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { NewPasswordFields, type PasswordProblems } from "@/components/people/new-password-fields";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { WaitNotice } from "@/components/people/wait-notice";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { SecretInput } from "@/components/ui/secret-input";
import { toastDone } from "@/components/ui/toast";
import { isPasswordLength, passwordLength } from "@/lib/auth/password-length";

type ChangeAnswer = { outcome: "changed" } | { outcome: "wrongPassword" } | { outcome: "throttled"; seconds: number };
type ChangePasswordFormProps = { email: string; action: ServerAction<{ current: string; next: string }, ChangeAnswer> };

const text = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : "");

/** One's own password. Nothing entered is kept in the page's state. */
export function ChangePasswordForm({ email, action }: ChangePasswordFormProps) {
  const t = useTranslations("users.profile");
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<PasswordProblems>({});
  const [answer, setAnswer] = useState<ChangeAnswer | null>(null);
  const { run, isRunning, error } = useServerAction(action, (given) => {
    setAnswer(given);
    if (given.outcome !== "changed") return;
    form.current?.reset();
    toastDone(t("changed"));
  });
  const submit = (data: FormData) => {
    const [current, next, repeat] = [text(data.get("current")), text(data.get("password")), text(data.get("repeat"))];
    const found: PasswordProblems = { ...(isPasswordLength(next) ? {} : { password: "password" }), ...(next === repeat ? {} : { repeat: "repeat" }) };
    setProblems(found);
    setAnswer(null);
    if (!found.password && !found.repeat) run({ current, next });
  };
  return (
    <Card>
      <form
        ref={form}
        // Before scripts run, a form without this would put what is typed into the address.
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <CardHeader title={t("password")} description={t("passwordHelp")} />
        <CardBody className="grid gap-5">
          <ActionError error={error} />
          {answer?.outcome === "throttled" ? <WaitNotice seconds={answer.seconds} /> : null}
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <Field label={t("current")} error={answer?.outcome === "wrongPassword" ? t("wrongPassword") : null}>
            <SecretInput name="current" autoComplete="current-password" required maxLength={passwordLength.max} />
          </Field>
          <NewPasswordFields problems={problems} />
        </CardBody>
        <CardFooter>
          <Button type="submit" busy={isRunning && t("saving")}>
            {t("change")}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
