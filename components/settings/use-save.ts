"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useServerAction } from "@/components/people/use-server-action";
import type { useChangeWords } from "@/components/settings/use-change-words";
import type { useLogin } from "@/components/settings/use-login";
import type { useSettingsForm } from "@/components/settings/use-settings-form";
import type { ConnectionView, SaveAnswer, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { toastDone } from "@/components/ui/toast";

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

/** Stores connection and settings together, and says what changed. A login that is refused stores nothing. */
export function useSave({ vendor, connection, settings, login, hasNewLogin, action, words, onSaved }: SaveOptions) {
  const t = useTranslations("settings.save");
  const whenDone = useRef<() => void>(undefined);

  const sentence = ({ changes, hasNewLogin: isNewLogin, isSyncing }: Extract<SaveAnswer, { outcome: "saved" }>) => {
    if (changes.length === 0) return isNewLogin ? t("savedLogin") : t("unchanged");
    const list = changes.map(words.done).join(", ");
    return t("saved", { changes: isSyncing ? t("firstSync", { changes: list }) : list });
  };
  const { run, isRunning, error } = useServerAction(action, (answer) => {
    whenDone.current?.();
    onSaved();
    if (answer.outcome !== "saved") return void login.take(answer);
    login.take({ outcome: "connected", isNew: false });
    toastDone(sentence(answer));
  });

  const send = (values: Record<string, string> | null) =>
    run({ vendor: vendor.id, login: values, settingsVersion: connection.settingsVersion, ...settings.edited });
  const start = (done?: () => void) => {
    whenDone.current = done;
    if (hasNewLogin) void login.form.handleSubmit((values) => send(values), () => done?.())();
    else send(null);
  };
  return { start, isSaving: isRunning, error };
}
