"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import { toPublicError } from "@/lib/actions/public-error";
import { safePath } from "@/lib/auth/safe-path";
import { signInHere } from "@/lib/auth/sign-in";
import type { SignInState } from "@/lib/auth/sign-in-form";

const text = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : "");

/** Signs in and leads to the page that was asked for. The answer is the same for a wrong password and an unknown user. */
export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [text(form.get("email")), text(form.get("password"))];
  const state = await trySignIn(email, password);
  if (state) return state;
  redirect(safePath(form.get("from")));
}

async function trySignIn(email: string, password: string): Promise<SignInState | null> {
  const entered = { email: email.slice(0, 254) };
  try {
    const result = await signInHere(email, password);
    if (result.outcome === "signedIn") return null;
    if (result.outcome === "refused") return { entered, problems: {}, refusal: { kind: "refused" } };
    const seconds = Math.max(1, Math.ceil((result.retryAt.getTime() - Date.now()) / 1_000));
    return { entered, problems: {}, refusal: { kind: "throttled", seconds } };
  } catch (thrown) {
    unstable_rethrow(thrown);
    return { entered, problems: {}, refusal: { kind: "failed", reference: toPublicError(thrown, "sign-in").reference ?? null } };
  }
}
