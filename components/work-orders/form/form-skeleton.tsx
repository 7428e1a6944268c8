import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The form before it is there. */
export function FormSkeleton() {
  const t = useTranslations("workOrders.loading");
  return (
    <>
      <Skeleton className="mb-4 w-24" />
      <Skeleton className="mb-8 h-6 w-56" />
      <Card>
        <SkeletonRows label={t("form")} rows={10} />
      </Card>
    </>
  );
}
