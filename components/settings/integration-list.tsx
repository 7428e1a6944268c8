"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { FreshnessLine } from "@/components/settings/freshness-line";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dot } from "@/components/ui/state-line";
import type { Integration } from "@/lib/connections/list-integrations";

/** Every integration there is, each with its state and the way to its settings. */
export function IntegrationList({ integrations }: { integrations: readonly Integration[] }) {
  const t = useTranslations("settings.list");
  return (
    <Card>
      <ul className="divide-y divide-line">
        {integrations.map((integration) => (
          <li key={integration.vendor} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 px-(--card-x) py-5">
            <div className="grid min-w-0 flex-[1_1_20rem] gap-1">
              <h2>{integration.name}</h2>
              <About vendor={integration.vendor} />
              <FreshnessLine freshness={integration.freshness} openIssues={integration.openIssues} />
              <Facts integration={integration} />
            </div>
            <Button asChild>
              <Link href={`/settings/integrations/${integration.vendor}`} aria-label={t("settingsOf", { vendor: integration.name })}>
                {t("settings")}
              </Link>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ vendor }: { vendor: string }) {
  const tagline = useVendorTexts(vendor)("tagline");
  return tagline ? <p className="max-w-[72ch] text-fg-2">{tagline}</p> : null;
}

function Facts({ integration: { administration, records, notImported } }: { integration: Integration }) {
  const t = useTranslations("settings");
  const facts = [
    administration ? t("list.administration", { name: administration }) : null,
    records > 0 ? t("list.records", { count: records }) : null,
    notImported > 0 ? t("imports.notImported", { count: notImported }) : null,
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-fg-3 tabular-nums">
      {facts.map((fact, index) => (
        <span key={fact} className="contents">
          {index > 0 ? <Dot /> : null}
          <span>{fact}</span>
        </span>
      ))}
    </p>
  );
}
