"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PublicError } from "@/lib/actions/public-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { Button } from "@/components/ui/button";
import { toastDone } from "@/components/ui/toast";
import { useEffect } from "react";

type PauseButtonProps = {
  vendor: VendorView;
  isPaused: boolean;
  actions: Pick<SettingsActions, "pause" | "resume">;
  onChanged: () => void;
  onError: (error: PublicError) => void;
};

/** Stops the automatic sync, or lets it go on. */
export function PauseButton({ vendor, isPaused, actions, onChanged, onError }: PauseButtonProps) {
  const t = useTranslations("settings.pause");
  const { run, isRunning, error } = useServerAction(isPaused ? actions.resume : actions.pause, () => {
    toastDone(t(isPaused ? "resumed" : "paused", { vendor: vendor.name }));
    onChanged();
  });
  useEffect(() => {
    if (error) onError(error);
  }, [error, onError]);
  const Icon = isPaused ? Play : Pause;
  return (
    <Button busy={isRunning && t(isPaused ? "resuming" : "pausing")} onClick={() => run({ vendor: vendor.id })}>
      <Icon aria-hidden />
      {t(isPaused ? "resume" : "pause")}
    </Button>
  );
}
