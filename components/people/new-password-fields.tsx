"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { SecretInput } from "@/components/ui/secret-input";
import { passwordLength } from "@/lib/auth/password-length";
import type { FieldProblem } from "@/lib/auth/sign-in-form";

export type PasswordProblems = { password?: FieldProblem; repeat?: FieldProblem };

/** The sentence of a field's problem. */
export function useProblemText() {
  const t = useTranslations("auth.problem");
  return (problem: FieldProblem | undefined) => (problem ? t(problem, passwordLength) : null);
}

/** A new password and the same again: nobody can look up what was mistyped. */
export function NewPasswordFields({ problems }: { problems: PasswordProblems }) {
  const t = useTranslations("auth.password");
  const problemText = useProblemText();
  return (
    <>
      <Field label={t("new")} help={t("help", { min: passwordLength.min })} error={problemText(problems.password)}>
        <SecretInput name="password" required maxLength={passwordLength.max} />
      </Field>
      <Field label={t("repeat")} error={problemText(problems.repeat)}>
        <SecretInput name="repeat" required maxLength={passwordLength.max} />
      </Field>
    </>
  );
}
