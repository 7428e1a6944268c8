"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { NoticeSurroundings, Receiver } from "@/components/notices/notice-actions";
import type { ReceiverDraft } from "@/components/notices/receiver-draft";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { localeNames, locales } from "@/lib/i18n/locales";
import type { ReceiverRefusal } from "@/lib/notices/receivers";
import { noticeTopics } from "@/lib/notices/topics";

type ReceiverFieldsProps = {
  channel: Receiver["channel"];
  draft: ReceiverDraft;
  onChange: (draft: ReceiverDraft) => void;
  /** Why it was not taken. */
  refusal: ReceiverRefusal | null;
  surroundings: NoticeSurroundings;
};

/** What is entered of a receiver: where, in which language, of what, and when not. */
export function ReceiverFields({ channel, draft, onChange, refusal, surroundings }: ReceiverFieldsProps) {
  const t = useTranslations("notices");
  const ofAddress = refusal !== null && refusal !== "noTopic" && refusal !== "quiet" ? t(`refused.${refusal}`) : null;
  const change = (changes: Partial<ReceiverDraft>) => onChange({ ...draft, ...changes });
  return (
    <>
      <Field label={t(`field.${channel}`)} help={channel === "webhook" ? t("field.webhookHelp") : null} error={ofAddress}>
        <Input type={channel === "email" ? "email" : "url"} required maxLength={2_000} autoComplete="off" spellCheck={false} value={draft.address} onChange={(event) => change({ address: event.target.value })} />
      </Field>
      <Topics draft={draft} onChange={onChange} error={refusal === "noTopic" ? t("refused.noTopic") : null} />
      <Field label={t("field.language")}>
        <Select value={draft.locale} onValueChange={(value) => change({ locale: locales.find((locale) => locale === value) ?? draft.locale })} options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))} />
      </Field>
      <Field label={t("field.hasQuiet")} help={t("field.quietHelp", { timeZone: surroundings.timeZone })} error={refusal === "quiet" ? t("refused.quiet") : null}>
        <Switch checked={draft.hasQuiet} onCheckedChange={(hasQuiet) => change({ hasQuiet })} />
      </Field>
      {draft.hasQuiet ? (
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("field.from")}>
            <Input type="time" required numeric value={draft.from} onChange={(event) => change({ from: event.target.value })} />
          </Field>
          <Field label={t("field.to")}>
            <Input type="time" required numeric value={draft.to} onChange={(event) => change({ to: event.target.value })} />
          </Field>
        </div>
      ) : null}
    </>
  );
}

/** Of what it is told: any of three. */
function Topics({ draft, onChange, error }: { draft: ReceiverDraft; onChange: (draft: ReceiverDraft) => void; error: string | null }) {
  const t = useTranslations("notices");
  const id = useId();
  return (
    <fieldset className="grid gap-2.5" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{t("field.topics")}</legend>
      {noticeTopics.map((topic) => (
        <label key={topic} className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 max-sm:py-1.5">
          <input
            type="checkbox"
            className="mt-1 size-4 accent-accent"
            aria-describedby={`${id}-${topic}`}
            checked={draft.topics.includes(topic)}
            onChange={({ target: { checked } }) => onChange({ ...draft, topics: noticeTopics.filter((one) => (one === topic ? checked : draft.topics.includes(one))) })}
          />
          <span>{t(`topic.${topic}.name`)}</span>
          <span id={`${id}-${topic}`} className="col-start-2 text-sm text-fg-3">
            {t(`topic.${topic}.help`)}
          </span>
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-sm text-alert-text">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
