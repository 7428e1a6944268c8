"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormFailureNotice } from "@/components/people/form-failure-notice";
import { NewPasswordFields } from "@/components/people/new-password-fields";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import type { ChoosePasswordState } from "@/lib/auth/sign-in-form";

type ChoosePasswordFormProps = {
  action: (previous: ChoosePasswordState, form: FormData) => Promise<ChoosePasswordState>;
  /** For password managers, which keep a password with its name. */
  email: string;
};

const untouched: ChoosePasswordState = { entered: {}, problems: {}, refusal: null };

export function ChoosePasswordForm({ action, email }: ChoosePasswordFormProps) {
  const [state, submit, isPending] = useActionState(action, untouched);
  const t = useTranslations("auth.welcome");
  return (
    <Card>
      <CardBody>
        <form action={submit} className="grid gap-5">
          {state.refusal ? <FormFailureNotice failure={state.refusal} /> : null}
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <NewPasswordFields problems={state.problems} />
          <Button type="submit" variant="primary" busy={isPending && t("busy")}>
            {t("submit")}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
