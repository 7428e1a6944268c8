"use client";

import { useState } from "react";
import { useServerAction } from "@/components/actions/use-server-action";
import type { Refusal } from "@/components/settings/refusal-notice";
import { useLoginForm } from "@/components/settings/use-login-form";
import type { ConnectionView, LoginAnswer, SettingsActions, VendorView } from "@/components/settings/vendor-view";

type LoginOptions = {
  vendor: VendorView;
  connection: ConnectionView | null;
  action: SettingsActions["submitLogin"];
  onAccepted: (answer: Extract<LoginAnswer, { outcome: "connected" }>) => void;
  /** After every try, whatever came of it. */
  onTried: () => void;
};

/** The login form with its button: checks, tries at the vendor, and keeps what the vendor said. */
export function useLogin({ vendor, connection, action, onAccepted, onTried }: LoginOptions) {
  const { form, register, showProblems } = useLoginForm(vendor, connection);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // What was accepted is stored: nothing of it is unsaved any more, and secrets leave the page.
  const secrets = vendor.fields.flatMap(({ name, control }) => (control === "secret" ? [[name, ""] as const] : []));
  /** Out: whether the login was accepted. */
  const take = (answer: LoginAnswer): boolean => {
    setRefusal(answer.outcome === "refused" ? answer : null);
    if (answer.outcome === "incomplete") showProblems(answer.problems);
    if (answer.outcome === "connected") form.reset({ ...form.getValues(), ...Object.fromEntries(secrets) });
    return answer.outcome === "connected";
  };
  const { run, isRunning, error } = useServerAction(action, (answer) => {
    if (take(answer) && answer.outcome === "connected") onAccepted(answer);
    onTried();
  });
  const submit = form.handleSubmit((login) => run({ vendor: vendor.id, login }));
  return { form, register, refusal, take, submit: () => void submit(), isSubmitting: isRunning, error };
}
