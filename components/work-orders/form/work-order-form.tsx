"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, set, useForm, type FieldErrors, type Resolver } from "react-hook-form";
import { CustomerCard } from "@/components/work-orders/form/customer-card";
import type { FormValues } from "@/components/work-orders/form/form-values";
import { LinesCard } from "@/components/work-orders/form/lines-card";
import { UnsavedWorkDialog } from "@/components/work-orders/form/unsaved-work-dialog";
import { WorkCard } from "@/components/work-orders/form/work-card";
import { ActionError } from "@/components/actions/action-error";
import { lateRules } from "@/components/actions/late-rules";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toastDone } from "@/components/ui/toast";
import type { PublicError } from "@/lib/actions/public-error";
import { route } from "@/lib/routes/route";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";

/** `revision` is set when the change made one. */
type SavedWorkOrder = { id: string; number: string; changes: number | null; revision: number | null };

type WorkOrderFormProps = {
  initial: FormValues;
  /** Null: a new one. */
  workOrder: { id: string; number: string; version: number } | null;
  save: ServerAction<{ workOrder: { id: string; version: number } | null; input: WorkOrderInput; confirmedRevision: boolean }, SavedWorkOrder>;
  back: Route;
};

const loadRules = () => import("@/components/work-orders/form/check-values");
const rules = lateRules(loadRules);

const resolver: Resolver<FormValues> = async (values) => {
  const checked = (await rules.get())?.checkValues(values);
  if (checked === undefined || checked.ok) return { values, errors: {} };
  const errors: FieldErrors<FormValues> = {};
  for (const [path, problem] of checked.errors) set(errors, path, { type: problem });
  return { values: {}, errors };
};

/** Creates or edits a work order. Where it has been exported, it asks before it becomes another revision. */
export function WorkOrderForm({ initial, workOrder, save, back }: WorkOrderFormProps) {
  const t = useTranslations("workOrders.form");
  const ui = useTranslations("ui");
  const router = useRouter();
  // Not while one types: a line that has just been added would be wrong before anything stands in it.
  const form = useForm<FormValues>({ defaultValues: initial, resolver, mode: "onSubmit" });
  const [isSaved, setIsSaved] = useState(false);
  const saveTyped: ServerAction<{ values: FormValues; confirmedRevision: boolean }, SavedWorkOrder> = async ({ values, confirmedRevision }) => {
    const checked = (await loadRules()).checkValues(values);
    return checked.ok ? save({ workOrder: workOrder && { id: workOrder.id, version: workOrder.version }, input: checked.input, confirmedRevision }) : {};
  };
  const { run, isRunning, error, clearError } = useServerAction(saveTyped, ({ id, number, changes, revision }) => {
    setIsSaved(true);
    toastDone(changes === null ? t("created", { number }) : revision === null ? t("saved", { number, count: changes }) : t("savedRevision", { number, revision }));
    router.push(route(`/work-orders/${id}`));
    router.refresh();
  });
  const asksForRevision = error?.code === "work_order_exported";
  const problems = Object.keys(form.formState.errors).length;

  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void form.handleSubmit((values) => run({ values, confirmedRevision: false }))(event)} onInput={rules.fetchAhead} noValidate className="grid gap-6">
        <ActionError error={asksForRevision ? null : error} />
        <CustomerCard />
        <WorkCard />
        <LinesCard />
        <div className="sticky bottom-4 z-5 flex flex-wrap items-center justify-end gap-2 rounded-lg bg-raised p-3 shadow-float max-sm:bottom-0 max-sm:-mx-4 max-sm:rounded-b-none max-sm:px-4">
          <p role="status" className="mr-auto text-sm text-alert-text max-sm:w-full">
            {form.formState.isSubmitted && problems > 0 ? t("check") : null}
          </p>
          <Button variant="ghost" disabled={isRunning} onClick={() => router.push(back)} className="max-sm:flex-1">
            {ui("cancel")}
          </Button>
          <Button variant="primary" type="submit" busy={isRunning && ui("saveBar.saving")} className="max-sm:flex-1">
            {workOrder ? ui("saveBar.save") : t("create")}
          </Button>
        </div>
      </form>
      <RevisionDialog error={asksForRevision ? error : null} number={workOrder?.number ?? ""} isSaving={isRunning} onClose={clearError} onConfirm={() => run({ values: form.getValues(), confirmedRevision: true })} />
      <UnsavedWorkDialog hasChanges={form.formState.isDirty && !isSaved} />
    </FormProvider>
  );
}

type RevisionDialogProps = { error: PublicError | null; number: string; isSaving: boolean; onClose: () => void; onConfirm: () => void };

/** It was exported: names the document, and what saving means. */
function RevisionDialog({ error, number, isSaving, onClose, onConfirm }: RevisionDialogProps) {
  const t = useTranslations("workOrders.form.revision");
  const ui = useTranslations("ui.saveBar");
  if (!error) return null;
  const words = { number, vendor: String(error.params.vendor ?? ""), document: String(error.params.document ?? "") };
  return <ConfirmDialog open onOpenChange={onClose} title={t("title", words)} description={t("lead", words)} confirmLabel={t("confirm")} busy={isSaving && ui("saving")} onConfirm={onConfirm} />;
}
