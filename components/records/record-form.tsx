"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useForm, type Resolver } from "react-hook-form";
import { ActionError } from "@/components/actions/action-error";
import { lateRules } from "@/components/actions/late-rules";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { FormField } from "@/components/records/record-form-field";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { toastDone } from "@/components/ui/toast";
import { editableFields, typedValue, type FieldValue } from "@/lib/catalogue/editable-fields";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { decimalMark } from "@/lib/i18n/format-decimal";

type Typed = Record<string, string>;

const rules = lateRules(() => import("@/lib/catalogue/check-field"));

type RecordFormProps = {
  kind: ImportKind;
  id: string;
  content: Readonly<Record<string, FieldValue>>;
  /** Whose change would overwrite what is entered; null for records of our own. */
  vendor: string | null;
  edit: ServerAction<{ id: string; typed: Typed }, { changed: number }>;
  /** The record's page, without the form. */
  back: Route;
};

/** Only what was changed is checked: an old value that the vendor sent stands in nobody's way. */
function changedOf(initial: Typed, typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => text.trim() !== (initial[name] ?? "")));
}

function resolverFor(kind: ImportKind, initial: Typed): Resolver<Typed> {
  return async (typed) => {
    const changed = changedOf(initial, typed);
    const checkField = (await rules.get())?.checkField;
    const errors = editableFields[kind].flatMap((field) => {
      const text = changed[field.name];
      const checked = text === undefined ? null : checkField?.(kind, field, text);
      return checked && !checked.ok ? [[field.name, { type: checked.problem }] as const] : [];
    });
    return errors.length === 0 ? { values: typed, errors: {} } : { values: {}, errors: Object.fromEntries(errors) };
  };
}

/** Edits a record by hand. The notice says what becomes of it; only changed fields are sent. */
export function RecordForm({ kind, id, content, vendor, edit, back }: RecordFormProps) {
  const t = useTranslations("records");
  const ui = useTranslations("ui.saveBar");
  const cancel = useTranslations("ui")("cancel");
  const router = useRouter();
  const locale = useLocale();
  const fields = editableFields[kind];
  const initial = Object.fromEntries(fields.map((field) => [field.name, typedValue(content[field.name] ?? null, field.control, decimalMark(locale))]));
  const form = useForm<Typed>({ defaultValues: initial, resolver: resolverFor(kind, initial), mode: "onTouched" });
  const { run, isRunning, error } = useServerAction(edit, ({ changed }) => {
    toastDone(t("form.saved", { count: changed }));
    router.replace(back);
    router.refresh();
  });
  const save = form.handleSubmit((typed) => run({ id, typed: changedOf(initial, typed) }));

  return (
    <form onSubmit={(event) => void save(event)} onInput={rules.fetchAhead} noValidate>
      <Card aria-labelledby="edit">
        <CardHeader title={t("form.title")} titleId="edit" />
        <CardBody className="grid gap-5">
          {vendor ? <Notice>{t("form.notice", { vendor })}</Notice> : null}
          <ActionError error={error} />
          <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
            {fields.map((field) => (
              <FormField key={field.name} field={field} initial={initial[field.name] ?? ""} control={form.control} />
            ))}
          </div>
        </CardBody>
        <CardFooter className="!justify-end max-sm:*:flex-1">
          <Button variant="ghost" disabled={isRunning} onClick={() => router.replace(back)}>
            {cancel}
          </Button>
          <Button variant="primary" type="submit" busy={isRunning && ui("saving")}>
            {ui("save")}
          </Button>
        </CardFooter>
      </Card>
    </form>
  );
}
