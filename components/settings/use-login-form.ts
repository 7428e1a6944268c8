"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useForm, type Resolver, type UseFormRegisterReturn } from "react-hook-form";
import { lateRules } from "@/components/actions/late-rules";
import type { LoginValues } from "@/components/settings/login-fields";
import type { ConnectionView, VendorView } from "@/components/settings/vendor-view";
import type { FieldProblem, FieldProblems } from "@/lib/connections/check-login";

export const loginRules = lateRules(() => import("@/lib/connections/check-vendor-login"));

/** The login form, checked with the vendor's schema before anything is sent. */
export function useLoginForm(vendor: VendorView, connection: ConnectionView | null) {
  const sentence = useFieldSentence();
  const isChoice = (name: string) => vendor.fields.some((field) => field.name === name && (field.control === "choice" || field.control === "segmented"));
  const storedSecrets = connection?.storedSecrets ?? [];
  const errorsOf = (problems: FieldProblems) => Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, { type: problem.problem, message: sentence(problem, isChoice(field)) }]));
  const resolver: Resolver<LoginValues> = async (values) => {
    const checked = (await loginRules.get())?.checkVendorLogin(vendor.id, values, storedSecrets);
    return checked === undefined || checked.ok ? { values, errors: {} } : { values: {}, errors: errorsOf(checked.problems) };
  };
  const values = Object.fromEntries(vendor.fields.map(({ name }) => [name, connection?.login[name] ?? ""]));
  const form = useForm<LoginValues>({ values, resolver, reValidateMode: "onChange" });
  const typedEarly = useRef(new Map<string, string>());
  const isAlive = useRef(false);
  /** Registers a field; what was typed into it before the page came to life stays. */
  const register = (name: string): UseFormRegisterReturn => {
    const { ref, ...rest } = form.register(name);
    const noteAndRegister = (element: HTMLInputElement | null) => {
      // The form is about to write its own values into the fields. Of a choice, only the option that is chosen says something.
      const isSaid = element !== null && (element.type !== "radio" || element.checked);
      if (isSaid && !isAlive.current && element.value !== values[name] && !typedEarly.current.has(name)) typedEarly.current.set(name, element.value);
      ref(element);
    };
    return { ...rest, ref: noteAndRegister };
  };
  const { setValue } = form;
  useEffect(() => {
    isAlive.current = true;
    for (const [name, typed] of typedEarly.current) setValue(name, typed, { shouldDirty: true });
    typedEarly.current.clear();
  }, [setValue]);
  /** Shows what only the server noticed. */
  const showProblems = (problems: FieldProblems) => {
    for (const [field, error] of Object.entries(errorsOf(problems))) form.setError(field, error);
  };
  return { form, register, showProblems };
}

function useFieldSentence() {
  const t = useTranslations("settings.field");
  return (problem: FieldProblem, isChoice: boolean): string => {
    if (problem.problem === "tooLong") return t("tooLong", { maximum: problem.maximum });
    return t(problem.problem === "required" && isChoice ? "choose" : problem.problem);
  };
}
