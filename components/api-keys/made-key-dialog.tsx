"use client";

import { useTranslations } from "next-intl";
import { ShownOnceDialog } from "@/components/actions/shown-once-dialog";

export type MadeKey = { name: string; token: string };

/** The key that was made. */
export function MadeKeyDialog({ made, onClose }: { made: MadeKey | null; onClose: () => void }) {
  const t = useTranslations("apiKeys");
  if (!made) return null;
  return (
    <ShownOnceDialog
      title={t("made.title", { name: made.name })}
      description={t("made.lead")}
      label={t("made.label")}
      value={made.token}
      copyLabel={t("copy.key")}
      doneLabel={t("made.done")}
      onClose={onClose}
    />
  );
}
