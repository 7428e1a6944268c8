import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Split } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** A work order before it is there. */
export function WorkOrderSkeleton() {
  const t = useTranslations("workOrders.loading");
  return (
    <>
      <Skeleton className="mb-4 w-24" />
      <Skeleton className="mb-4 h-6 w-40" />
      <Skeleton className="mb-4 w-72 max-w-full" />
      <Skeleton className="mb-8 w-80 max-w-full" />
      <Split
        lead
        aside={
          <Card className="h-72">
            <Skeleton className="m-5 w-40" />
          </Card>
        }
      >
        <Card className="h-40">
          <Skeleton className="m-5 w-24" />
        </Card>
        <Card>
          <SkeletonRows label={t("workOrder")} rows={6} />
        </Card>
      </Split>
    </>
  );
}
