import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/people/sign-in-form";
import { safePath } from "@/lib/auth/safe-path";
import { hasEndedSession, readSession } from "@/lib/auth/session";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const from = safePath((await searchParams).from);
  if (await readSession()) redirect(from);
  const t = await getTranslations("auth.signIn");
  return (
    <>
      <header>
        <h1>{t("title")}</h1>
        <p className="mt-2 text-fg-2">{t("lead")}</p>
      </header>
      <SignInForm action={signInAction} from={from} hasEnded={await hasEndedSession()} />
    </>
  );
}
