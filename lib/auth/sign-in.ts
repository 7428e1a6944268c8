import { unstable_rethrow } from "next/navigation";
import { SignInRefused, signIn } from "@/lib/auth/auth";

export type SignInResult = { outcome: "signedIn" } | { outcome: "refused" } | { outcome: "throttled"; retryAt: Date };

/** Signs somebody in on this browser. In a server action only, because it sets the session cookie. */
export async function signInHere(email: string, password: string): Promise<SignInResult> {
  try {
    await signIn("credentials", { email, password, redirect: false, redirectTo: "/" });
    return { outcome: "signedIn" };
  } catch (thrown) {
    unstable_rethrow(thrown);
    if (!(thrown instanceof SignInRefused)) throw thrown;
    return thrown.retryAt ? { outcome: "throttled", retryAt: thrown.retryAt } : { outcome: "refused" };
  }
}
