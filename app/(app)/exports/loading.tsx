import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The list before its rows are there, of the height it will have. */
export default function ExportsLoading() {
  const t = useTranslations("exports.list");
  return (
    <>
      <PageHeader title={t("title")} state={<Skeleton className="my-1.25 w-72" />} />
      <Card>
        <SkeletonRows label={t("loading")} rows={12} />
      </Card>
    </>
  );
}
