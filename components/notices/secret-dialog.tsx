"use client";

import { useTranslations } from "next-intl";
import { ShownOnceDialog } from "@/components/actions/shown-once-dialog";

/** The secret that a webhook is signed with, this once. */
export function SecretDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const t = useTranslations("notices.secret");
  return <ShownOnceDialog title={t("title", { address: name })} description={t("lead")} label={t("label")} value={secret} copyLabel={t("copy")} doneLabel={t("done")} onClose={onClose} />;
}
