import { expect, it } from "vitest";
import { SignInForm } from "@/components/people/sign-in-form";
import { render } from "@/e2e/support/render";
import { locales } from "@/lib/i18n/locales";
import type { SignInState } from "@/lib/auth/sign-in-form";

const never = (state: SignInState) => Promise.resolve(state);

it("whoever was signed out by a change is told so, and nobody else", async () => {
  const { text } = await render(<SignInForm action={never} from="/" hasEnded />);
  expect(text).toContain("You were signed out Your password, your role or your access was changed. Sign in again to go on.");
  expect((await render(<SignInForm action={never} from="/" />)).text).not.toContain("signed out");
});

it.each(locales)("it is said in %s", async (locale) => {
  const [ended, usual] = await Promise.all([true, false].map((hasEnded) => render(<SignInForm action={never} from="/" hasEnded={hasEnded} />, { locale })));
  expect(ended?.text.length).toBeGreaterThan(usual?.text.length ?? 0);
});
