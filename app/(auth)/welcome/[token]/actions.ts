"use server";

import { getLocale } from "next-intl/server";
import { languageOf } from "@/lib/i18n/locales";
import { redirect } from "next/navigation";
import { toPublicError } from "@/lib/actions/public-error";
import { choosePasswordForm, fieldProblems, firstAccountForm, type ChoosePasswordState, type FirstAccountState } from "@/lib/auth/sign-in-form";
import { signInHere } from "@/lib/auth/sign-in";
import { database } from "@/lib/db";
import { choosePassword, createFirstAccount, type LinkUse } from "@/lib/users/use-link";

/** Sets the password of the person the link belongs to, and signs that person in. */
export async function choosePasswordAction(token: string, _previous: ChoosePasswordState, form: FormData): Promise<ChoosePasswordState> {
  const parsed = choosePasswordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { entered: {}, problems: fieldProblems(parsed.error, ["password", "repeat"], form), refusal: null };
  const { password } = parsed.data;
  const locale = languageOf(await getLocale());
  return signInAfter(password, {}, () => choosePassword(database(), { token, password, locale, now: new Date() }));
}

/** Creates the first account and its administrator, and signs that person in. */
export async function createFirstAccountAction(token: string, _previous: FirstAccountState, form: FormData): Promise<FirstAccountState> {
  const parsed = firstAccountForm.safeParse(Object.fromEntries(form));
  const entered = Object.fromEntries(["company", "name", "email"].map((field) => [field, String(form.get(field) ?? "").slice(0, 254)]));
  if (!parsed.success) {
    return { entered, problems: fieldProblems(parsed.error, ["company", "name", "email", "password", "repeat"], form), refusal: null };
  }
  const { company, name, email, password } = parsed.data;
  const locale = languageOf(await getLocale());
  return signInAfter(password, entered, () => createFirstAccount(database(), { token, company, name, email, password, locale, now: new Date() }));
}

/** A link that is gone meanwhile shows its page again, which says so; a sign-in that is slowed down leads to the sign-in page. */
async function signInAfter(password: string, entered: Record<string, string>, spend: () => Promise<LinkUse>): Promise<FirstAccountState & ChoosePasswordState> {
  const result = await spend().catch((thrown: unknown) => ({ outcome: "failed" as const, error: toPublicError(thrown, "welcome") }));
  if (result.outcome === "failed") return { entered, problems: {}, refusal: { kind: "failed", reference: result.error.reference ?? null } };
  if (result.outcome === "gone") redirect("/welcome/gone");
  const signedIn = await signInHere(result.email, password);
  redirect(signedIn.outcome === "signedIn" ? "/dashboard" : "/sign-in");
}
