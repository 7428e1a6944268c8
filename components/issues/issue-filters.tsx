"use client";

import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/ui/list-filter";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { issueCauses, type IssueCause } from "@/lib/issues/causes";

/** The select keeps the empty text for itself. */
const everything = "everything";

type IssueFiltersProps = { vendors: readonly { id: string; name: string }[]; vendor: string | null; cause: IssueCause | null };

/** What the list is narrowed to; it stands in the address. */
export function IssueFilters({ vendors, vendor, cause }: IssueFiltersProps) {
  const t = useTranslations("issues.filter");
  const causes = useTranslations("issues.cause");
  return (
    <ListToolbar>
      <ListFilter name="integration" label={t("integration")} standard={everything} value={vendor ?? everything} options={[{ value: everything, label: t("anyIntegration") }, ...vendors.map(({ id, name }) => ({ value: id, label: name }))]} />
      <ListFilter name="cause" label={t("cause")} standard={everything} value={cause ?? everything} options={[{ value: everything, label: t("anyCause") }, ...issueCauses.map((one) => ({ value: one, label: causes(`${one}.name`) }))]} />
    </ListToolbar>
  );
}
