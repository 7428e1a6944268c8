"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toastDone } from "@/components/ui/toast";
import { isLocale, localeNames, locales, type Locale } from "@/lib/i18n/locales";

type Profile = { name: string; locale: Locale };
type ProfileFormProps = { profile: Profile; action: ServerAction<Profile, { outcome: "saved" }> };

/** One's own name and language. */
export function ProfileForm({ profile, action }: ProfileFormProps) {
  const t = useTranslations("users.profile");
  const [entered, setEntered] = useState(profile);
  const { run, isRunning, error } = useServerAction(action, () => toastDone(t("saved")));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(entered);
  };
  const chooseLanguage = (locale: string) => {
    if (isLocale(locale)) setEntered({ ...entered, locale });
  };
  return (
    <Card>
      <form onSubmit={submit}>
        <CardHeader title={t("personal")} />
        <CardBody className="grid gap-5">
          <ActionError error={error} />
          <Field label={t("name")}>
            <Input required maxLength={120} autoComplete="name" value={entered.name} onChange={(event) => setEntered({ ...entered, name: event.target.value })} />
          </Field>
          <Field label={t("language")}>
            <Select value={entered.locale} onValueChange={chooseLanguage} options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" busy={isRunning && t("saving")}>
            {t("save")}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
