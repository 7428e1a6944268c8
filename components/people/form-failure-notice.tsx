import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { FormFailure } from "@/lib/auth/sign-in-form";

/** Says that something of ours broke, and the number support asks for. */
export function FormFailureNotice({ failure }: { failure: FormFailure }) {
  const errors = useTranslations("errors.unexpected");
  const t = useTranslations("auth");
  return (
    <Notice tone="alert" title={errors("message")}>
      <p>{errors("remedy")}</p>
      {failure.reference ? <p className="mt-1 font-mono">{t("unexpected", { reference: failure.reference })}</p> : null}
    </Notice>
  );
}
