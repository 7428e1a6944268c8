import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ExportAnswer, ExportStanding } from "@/lib/export/export-standing";
import { route } from "@/lib/routes/route";

/** Answers whose remedy is on a settings page. */
const places: Partial<Record<ExportAnswer["kind"], "settings" | "licences">> = {
  notConnected: "settings",
  credentials: "settings",
  switchedOff: "settings",
  beforeStartDate: "settings",
  licence: "licences",
};

/** Leads an administrator to the place where the answer can be changed. */
export function RemedyLink({ standing: { answer, vendor, vendorName } }: { standing: ExportStanding }) {
  const t = useTranslations("workOrders.box");
  const place = places[answer.kind];
  if (place === undefined) return null;
  return (
    <p className="mt-3 text-sm">
      <Link href={route(place === "licences" ? `/settings/licences#${vendor}` : `/settings/integrations/${vendor}${answer.kind === "credentials" ? "#connection" : ""}`)} className="link">
        {place === "licences" ? t("toLicences") : t("toSettings", { vendor: vendorName })}
      </Link>
    </p>
  );
}
