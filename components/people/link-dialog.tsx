"use client";

import { useTranslations } from "next-intl";
import { ShownOnceDialog } from "@/components/actions/shown-once-dialog";

export type OneTimeLink = { name: string; email: string; address: string };

/** The one-time link that was made for somebody. */
export function LinkDialog({ link, onClose }: { link: OneTimeLink | null; onClose: () => void }) {
  const t = useTranslations("users.link");
  if (!link) return null;
  return (
    <ShownOnceDialog
      title={t("title", { name: link.name })}
      description={t("lead", { email: link.email })}
      label={t("label")}
      value={link.address}
      copyLabel={t("copy")}
      doneLabel={t("done")}
      onClose={onClose}
    />
  );
}
