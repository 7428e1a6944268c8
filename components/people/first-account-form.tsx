"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormFailureNotice } from "@/components/people/form-failure-notice";
import { NewPasswordFields, useProblemText } from "@/components/people/new-password-fields";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FirstAccountState } from "@/lib/auth/sign-in-form";

type FirstAccountFormProps = { action: (previous: FirstAccountState, form: FormData) => Promise<FirstAccountState> };

const untouched: FirstAccountState = { entered: {}, problems: {}, refusal: null };

/** Company, name and sign-in of the first administrator. */
export function FirstAccountForm({ action }: FirstAccountFormProps) {
  const [{ entered, problems, refusal }, submit, isPending] = useActionState(action, untouched);
  const t = useTranslations("auth");
  const problemText = useProblemText();
  return (
    <Card>
      <CardBody>
        <form action={submit} className="grid gap-5">
          {refusal ? <FormFailureNotice failure={refusal} /> : null}
          <Field label={t("first.company")} error={problemText(problems.company)}>
            <Input name="company" autoComplete="organization" required maxLength={120} defaultValue={entered.company} key={`company ${entered.company}`} />
          </Field>
          <Field label={t("first.name")} error={problemText(problems.name)}>
            <Input name="name" autoComplete="name" required maxLength={120} defaultValue={entered.name} key={`name ${entered.name}`} />
          </Field>
          <Field label={t("signIn.email")} error={problemText(problems.email)}>
            <Input name="email" type="email" autoComplete="username" required maxLength={254} defaultValue={entered.email} key={`email ${entered.email}`} />
          </Field>
          <NewPasswordFields problems={problems} />
          <Button type="submit" variant="primary" busy={isPending && t("first.busy")}>
            {t("first.submit")}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
