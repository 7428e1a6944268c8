import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "@/components/people/choose-password-form";
import { FirstAccountForm } from "@/components/people/first-account-form";
import { Button } from "@/components/ui/button";
import { database } from "@/lib/db";
import { describeLink } from "@/lib/users/describe-link";
import { choosePasswordAction, createFirstAccountAction } from "./actions";

/** The token is in the address: it must not travel to anybody as a referrer, nor into a search engine. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("brand"), referrer: "no-referrer", robots: { index: false } };
}

export default async function WelcomePage({ params }: PageProps<"/welcome/[token]">) {
  const { token } = await params;
  const link = await describeLink(database(), token, new Date());
  const t = await getTranslations("auth");
  switch (link.kind) {
    case "password":
      return (
        <>
          <Heading title={t("welcome.title", { name: link.name })} lead={t("welcome.lead", { account: link.accountName, email: link.email })} />
          <ChoosePasswordForm action={choosePasswordAction.bind(null, token)} email={link.email} />
        </>
      );
    case "firstAccount":
      return (
        <>
          <Heading title={t("first.title")} lead={t("first.lead")} />
          <FirstAccountForm action={createFirstAccountAction.bind(null, token)} />
        </>
      );
    case "gone":
      return (
        <>
          <Heading title={t("gone.title")} lead={t("gone.text")} />
          <Button asChild className="justify-self-start">
            <Link href="/sign-in">{t("gone.signIn")}</Link>
          </Button>
        </>
      );
  }
}

function Heading({ title, lead }: { title: string; lead: string }) {
  return (
    <header>
      <h1 className="wrap-anywhere">{title}</h1>
      <p className="mt-2 wrap-anywhere text-fg-2">{lead}</p>
    </header>
  );
}
