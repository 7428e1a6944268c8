"use client";

import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/ui/list-filter";
import { ListToolbar } from "@/components/ui/list-toolbar";
import type { RunFilters } from "@/lib/runs/run-filters";
import { runResults, runTriggers } from "@/lib/runs/run-results";

/** The select keeps the empty text for itself. */
const everything = "everything";

/** What the history is narrowed to; it stands in the address. */
export function RunsFilters({ vendors, filters: { integration, result, trigger } }: { vendors: readonly { id: string; name: string }[]; filters: RunFilters }) {
  const t = useTranslations("runs.filter");
  const states = useTranslations("sync.state");
  const triggers = useTranslations("sync.trigger");
  const results = runResults.map((one) => ({ value: one, label: one === "trouble" ? t("trouble") : states(one) }));
  return (
    <ListToolbar>
      <ListFilter name="integration" label={t("integration")} standard={everything} value={integration ?? everything} options={[{ value: everything, label: t("anyIntegration") }, ...vendors.map(({ id, name }) => ({ value: id, label: name }))]} />
      <ListFilter name="result" label={t("result")} standard={everything} value={result ?? everything} options={[{ value: everything, label: t("anyResult") }, ...results]} />
      <ListFilter name="trigger" label={t("trigger")} standard={everything} value={trigger ?? everything} options={[{ value: everything, label: t("anyTrigger") }, ...runTriggers.map((one) => ({ value: one, label: triggers(one) }))]} />
    </ListToolbar>
  );
}
