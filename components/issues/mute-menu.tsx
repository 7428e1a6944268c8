"use client";

import { Bell, BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import type { IssueActions } from "@/components/issues/issue-actions";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toastDone } from "@/components/ui/toast";
import { muteLengths } from "@/lib/issues/mute-lengths";

/** Keeps an issue from being counted, for as long as is chosen, or has it counted again. */
export function MuteMenu({ issueId, isMuted, actions }: { issueId: string; isMuted: boolean; actions: IssueActions }) {
  const t = useTranslations("issues.mute");
  const mute = useServerAction(actions.mute, () => toastDone(t("done")));
  const unmute = useServerAction(actions.unmute, () => toastDone(t("unmuted")));
  const busy = (mute.isRunning || unmute.isRunning) && t("busy");
  return (
    <>
      {isMuted ? (
        <Button size="sm" variant="ghost" busy={busy} onClick={() => unmute.run({ issueId })}>
          <Bell aria-hidden />
          {t("unmute")}
        </Button>
      ) : (
        <Menu
          trigger={
            <Button size="sm" variant="ghost" busy={busy} aria-label={t("menu")}>
              <BellOff aria-hidden />
              {t("button")}
            </Button>
          }
        >
          {muteLengths.map((length) => (
            <MenuItem key={length} onSelect={() => mute.run({ issueId, length })}>
              {t(length)}
            </MenuItem>
          ))}
        </Menu>
      )}
      <ActionError error={mute.error ?? unmute.error} className="basis-full" />
    </>
  );
}
