import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Split } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** A record before it is there. */
export function RecordLoading() {
  const t = useTranslations("records");
  return (
    <>
      <Skeleton className="mb-4 w-24" />
      <Skeleton className="mb-4 h-6 w-72 max-w-full" />
      <Skeleton className="mb-8 w-40" />
      <Split
        aside={
          <Card className="h-64">
            <Skeleton className="m-5 w-32" />
          </Card>
        }
      >
        <Card>
          <SkeletonRows label={t("loading.record")} rows={6} />
        </Card>
      </Split>
    </>
  );
}
