"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormFailureNotice } from "@/components/people/form-failure-notice";
import { WaitNotice } from "@/components/people/wait-notice";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { SecretInput } from "@/components/ui/secret-input";
import type { SignInState } from "@/lib/auth/sign-in-form";

type SignInFormProps = {
  action: (previous: SignInState, form: FormData) => Promise<SignInState>;
  /** Where to go afterwards; checked again on the server. */
  from: string;
  /** The person was signed out by a change, and is told so. */
  hasEnded?: boolean;
};

const untouched: SignInState = { entered: {}, problems: {}, refusal: null };

export function SignInForm({ action, from, hasEnded = false }: SignInFormProps) {
  const [state, submit, isPending] = useActionState(action, untouched);
  const t = useTranslations("auth.signIn");
  return (
    <Card>
      <CardBody>
        <form action={submit} className="grid gap-5">
          <input type="hidden" name="from" value={from} />
          {hasEnded && !state.refusal ? <Notice title={t("ended")}>{t("endedLead")}</Notice> : null}
          <Refusal refusal={state.refusal} />
          <Field label={t("email")}>
            <Input name="email" type="email" autoComplete="username" autoFocus required maxLength={254} defaultValue={state.entered.email} key={state.entered.email} />
          </Field>
          <Field label={t("password")}>
            <SecretInput name="password" autoComplete="current-password" required maxLength={200} />
          </Field>
          <Button type="submit" variant="primary" busy={isPending && t("busy")}>
            {t("submit")}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}

function Refusal({ refusal }: { refusal: SignInState["refusal"] }) {
  const t = useTranslations("auth.signIn");
  if (!refusal) return null;
  switch (refusal.kind) {
    case "refused":
      return (
        <Notice tone="alert" title={t("refused")}>
          {t("refusedRemedy")}
        </Notice>
      );
    case "throttled":
      return <WaitNotice seconds={refusal.seconds} />;
    case "failed":
      return <FormFailureNotice failure={refusal} />;
  }
}
