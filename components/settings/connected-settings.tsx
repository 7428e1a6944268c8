"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CancelRunButton } from "@/components/runs/cancel-run-button";
import { QuestionNotice } from "@/components/runs/question-notice";
import { RunProgress } from "@/components/runs/run-progress";
import { AdministrationField } from "@/components/settings/administration-field";
import { BudgetLine } from "@/components/settings/budget-line";
import { ConnectionCard } from "@/components/settings/connection-card";
import { ExportsCard } from "@/components/settings/exports-card";
import { ExportsDialog } from "@/components/settings/exports-dialog";
import { ImportsCard } from "@/components/settings/imports-card";
import { LeaveDialog } from "@/components/settings/leave-dialog";
import { LicenceEnded } from "@/components/settings/licence-gate";
import { NeedsAction } from "@/components/settings/needs-action";
import { DocumentsTrouble } from "@/components/settings/documents-trouble";
import { SwitchDialog } from "@/components/settings/switch-dialog";
import { WebhookLine } from "@/components/settings/webhook-line";
import { useChangeWords } from "@/components/settings/use-change-words";
import { useLogin } from "@/components/settings/use-login";
import { useLoginChanges } from "@/components/settings/use-login-changes";
import { useSave } from "@/components/settings/use-save";
import { useSettingsForm } from "@/components/settings/use-settings-form";
import type { ConnectionView, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { ActionError } from "@/components/actions/action-error";
import { SaveBar } from "@/components/ui/save-bar";
import { toastDone } from "@/components/ui/toast";
import { labelChanges } from "@/lib/connections/label-changes";
import type { ConnectionStatus } from "@/lib/connections/connection-status";
import type { ImportKind } from "@/lib/connectors/record-kinds";

type ConnectedSettingsProps = {
  vendor: VendorView;
  connection: ConnectionView;
  status: ConnectionStatus;
  actions: SettingsActions;
  canSync: boolean;
  onSync: (kind: ImportKind) => void;
  onChanged: () => void;
};

/** The settings of a connection, saved together. */
export function ConnectedSettings({ vendor, connection, status, actions, canSync, onSync, onChanged }: ConnectedSettingsProps) {
  const t = useTranslations("settings");
  const settings = useSettingsForm(connection);
  const login = useLogin({ vendor, connection, action: actions.submitLogin, onTried: onChanged, onAccepted: () => toastDone(t("connection.renewed", { vendor: vendor.name })) });
  const loginChanges = useLoginChanges(vendor, login.form);
  const words = useChangeWords(vendor.id, connection.administrations);
  const labelled = labelChanges(settings.changes, vendor.exports, connection.lists);
  const save = useSave({ vendor, connection, settings, login, hasNewLogin: loginChanges.length > 0, action: actions.save, words, onSaved: onChanged });
  const [isSwitching, setIsSwitching] = useState(false);
  const change = settings.changes.find((one) => one.field === "administration");
  // The first choice of an administration takes nothing away.
  const asksFirst = change?.field === "administration" && change.before !== null;
  const { run, question, freshness } = status;
  return (
    <>
      {status.isLicensed ? null : <LicenceEnded vendorName={vendor.name} />}
      {freshness.state === "actionRequired" ? <NeedsAction vendorName={vendor.name} reason={freshness.reason} /> : null}
      {question ? <QuestionNotice question={question} vendorName={vendor.name} actions={actions.run} onAnswered={onChanged} /> : null}
      {run ? (
        <RunProgress run={run} vendorName={vendor.name} budget={status.budget} expected={(kind) => expectedRecords(status, kind)} hasLink>
          <CancelRunButton runId={run.id} isStopping={run.isStopping} cancel={actions.run.cancel} onCancelled={onChanged} />
        </RunProgress>
      ) : null}
      <ConnectionCard
        vendor={vendor}
        connection={connection}
        needsAction={status.state === "action_required"}
        login={login.form}
        register={login.register}
        refusal={login.refusal}
        error={login.error}
        isSubmitting={login.isSubmitting}
        isDisabled={save.isSaving}
        onSubmit={login.submit}
      >
        {vendor.hasAdministrations ? (
          <AdministrationField vendor={vendor} connection={connection} value={settings.edited.administration} onChange={settings.setAdministration} />
        ) : null}
        <BudgetLine vendorName={vendor.name} budget={status.budget} />
        <WebhookLine vendor={vendor} webhook={status.webhook} needsAction={status.state === "action_required"} action={actions.registerWebhook} onChanged={onChanged} />
        <DocumentsTrouble vendorName={vendor.name} documents={status.documents} />
      </ConnectionCard>
      <ImportsCard
        vendor={vendor}
        standings={status.imports}
        switches={settings.edited.imports}
        stored={connection.imports}
        canSync={canSync}
        onChange={settings.setImports}
        onSync={onSync}
      />
      {vendor.exports.length > 0 ? (
        <ExportsCard
          vendor={vendor}
          connection={connection}
          counts={status.exports}
          values={settings.edited.exports}
          changes={labelled}
          canExport={canSync && connection.exports["isOn"] === true}
          action={actions.exportAll}
          onChange={settings.setExports}
          onRequested={onChanged}
        />
      ) : null}
      {save.asksExports === "no" ? <ActionError error={save.error} /> : null}
      <SaveBar
        changes={settings.changes.length + loginChanges.length}
        summary={[...loginChanges, ...labelled.map(words.pending)].join(" · ")}
        saving={save.isSaving}
        onDiscard={() => {
          settings.reset();
          login.form.reset();
        }}
        onSave={() => (asksFirst ? setIsSwitching(true) : save.start())}
      />
      <SwitchDialog
        vendor={vendor}
        connection={connection}
        next={isSwitching && change?.field === "administration" ? change.after : null}
        isSaving={save.isSaving}
        onCancel={() => setIsSwitching(false)}
        onConfirm={() => save.start(() => setIsSwitching(false))}
      />
      {save.asksExports === "no" ? null : (
        <ExportsDialog
          vendor={vendor}
          exports={settings.edited.exports}
          isAgain={save.asksExports === "again"}
          isSaving={save.isSaving}
          error={save.error}
          onCancel={save.cancelExports}
          onConfirm={save.confirmExports}
        />
      )}
      <LeaveDialog changes={settings.changes.length + loginChanges.length} />
    </>
  );
}

function expectedRecords({ imports }: ConnectionStatus, kind: string): number {
  const standing = imports.find((one) => one.kind === kind);
  return standing?.lastReadAt ? standing.records + standing.notImported : 0;
}
