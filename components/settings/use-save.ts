"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useServerAction } from "@/components/actions/use-server-action";
import type { useChangeWords } from "@/components/settings/use-change-words";
import type { useLogin } from "@/components/settings/use-login";
import type { useSettingsForm } from "@/components/settings/use-settings-form";
import type { ConnectionView, SaveAnswer, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { toastDone } from "@/components/ui/toast";
import type { ExportSettings } from "@/lib/connectors/connector";

type SaveOptions = {
  vendor: VendorView;
  connection: ConnectionView;
  settings: ReturnType<typeof useSettingsForm>;
  login: ReturnType<typeof useLogin>;
  hasNewLogin: boolean;
  action: SettingsActions["save"];
  words: ReturnType<typeof useChangeWords>;
  onSaved: () => void;
};

/** What a person has confirmed: these options, with so many work orders going out at once. */
export type ConfirmedExports = { exports: ExportSettings; count: number };

/**
 * Stores connection and settings together, and says what changed. A login that is refused stores nothing; neither does a
 * save that would send more work orders out than was confirmed: `asksExports` then waits for `confirmExports`.
 */
export function useSave({ vendor, connection, settings, login, hasNewLogin, action, words, onSaved }: SaveOptions) {
  const t = useTranslations("settings.save");
  const whenDone = useRef<() => void>(undefined);
  const [asksExports, setAsksExports] = useState<"no" | "yes" | "again">("no");

  const sentence = ({ changes, hasNewLogin: isNewLogin, isSyncing }: Extract<SaveAnswer, { outcome: "saved" }>) => {
    if (changes.length === 0) return isNewLogin ? t("savedLogin") : t("unchanged");
    const list = changes.map(words.done).join(", ");
    return t("saved", { changes: isSyncing ? t("firstSync", { changes: list }) : list });
  };
  const { run, isRunning, error } = useServerAction(action, (answer) => {
    whenDone.current?.();
    if (answer.outcome === "asks") return setAsksExports((was) => (was === "no" ? "yes" : "again"));
    setAsksExports("no");
    onSaved();
    if (answer.outcome !== "saved") return void login.take(answer);
    login.take({ outcome: "connected", isNew: false });
    toastDone(sentence(answer));
  });

  const send = (values: Record<string, string> | null, confirmed: ConfirmedExports | null) =>
    run({
      vendor: vendor.id,
      login: values,
      settingsVersion: connection.settingsVersion,
      ...settings.edited,
      ...(confirmed ? { exports: confirmed.exports } : {}),
      confirmedExports: confirmed?.count ?? null,
    });
  const begin = (confirmed: ConfirmedExports | null, done?: () => void) => {
    whenDone.current = done;
    if (hasNewLogin) void login.form.handleSubmit((values) => send(values, confirmed), () => done?.())();
    else send(null, confirmed);
  };
  return {
    start: (done?: () => void) => begin(null, done),
    isSaving: isRunning,
    error,
    asksExports,
    confirmExports: (confirmed: ConfirmedExports) => {
      settings.setExports(confirmed.exports);
      begin(confirmed);
    },
    cancelExports: () => setAsksExports("no"),
  };
}
