"use client";

import { useTranslations } from "next-intl";
import { useForm, type Resolver } from "react-hook-form";
import type { LoginValues } from "@/components/settings/login-fields";
import type { ConnectionView, VendorView } from "@/components/settings/vendor-view";
import { checkLogin, type FieldProblem, type FieldProblems } from "@/lib/connections/check-login";
import { vendorSchemas } from "@/lib/connectors/schemas";

/** The login form, checked with the vendor's schema before anything is sent. */
export function useLoginForm(vendor: VendorView, connection: ConnectionView | null) {
  const sentence = useFieldSentence();
  const schema = vendorSchemas[vendor.id].login;
  const storedSecrets = connection?.storedSecrets ?? [];
  const errorsOf = (problems: FieldProblems) => Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, { type: problem.problem, message: sentence(problem) }]));
  const resolver: Resolver<LoginValues> = (values) => {
    const checked = checkLogin(schema, values, storedSecrets);
    return checked.ok ? { values, errors: {} } : { values: {}, errors: errorsOf(checked.problems) };
  };
  const values = Object.fromEntries(vendor.fields.map(({ name }) => [name, connection?.login[name] ?? ""]));
  const form = useForm<LoginValues>({ values, resolver, reValidateMode: "onChange" });
  /** Shows what only the server noticed. */
  const showProblems = (problems: FieldProblems) => {
    for (const [field, error] of Object.entries(errorsOf(problems))) form.setError(field, error);
  };
  return { form, showProblems };
}

function useFieldSentence() {
  const t = useTranslations("settings.field");
  return (problem: FieldProblem): string => (problem.problem === "tooLong" ? t("tooLong", { maximum: problem.maximum }) : t(problem.problem));
}
