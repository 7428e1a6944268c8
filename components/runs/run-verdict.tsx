import { Ban, CircleAlert, CircleCheck, CircleQuestionMark, Clock, RefreshCw, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ImportState, SyncState } from "@/lib/generated/prisma/enums";

type Look = { tone: BadgeTone; icon: LucideIcon };

const waiting: Look = { tone: "neutral", icon: Clock };
const running: Look = { tone: "accent", icon: RefreshCw };
const done: Look = { tone: "good", icon: CircleCheck };
const failed: Look = { tone: "alert", icon: TriangleAlert };
const asks: Look = { tone: "alert", icon: CircleQuestionMark };
const cancelled: Look = { tone: "neutral", icon: Ban };

/** Green is only for what came to its end without an error. */
const runLooks: Readonly<Record<SyncState, Look>> = {
  waiting,
  running,
  succeeded: done,
  partial: { tone: "alert", icon: CircleAlert },
  failed,
  stopped: asks,
  cancelled,
};

const importLooks: Readonly<Record<ImportState, Look>> = { waiting, running, done, failed, stopped: asks, cancelled };

/** What a sync came to, in a word and a shape. */
export function RunVerdict({ state, isStopping }: { state: SyncState; isStopping: boolean }) {
  const states = useTranslations("sync.state");
  const t = useTranslations("runs");
  const { tone, icon } = runLooks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {isStopping ? t("stopping") : states(state)}
    </Badge>
  );
}

/** The same for one import of a sync. `failures`: records that could not be read, which keeps it from being green. */
export function ImportVerdict({ state, failures }: { state: ImportState; failures: number }) {
  const t = useTranslations("sync");
  if (state === "done" && failures > 0) {
    return (
      <Badge tone="alert" icon={CircleAlert}>
        {t("state.partial")}
      </Badge>
    );
  }
  const { tone, icon } = importLooks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`importState.${state}`)}
    </Badge>
  );
}
