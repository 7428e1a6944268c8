import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function PageLoading() {
  const t = useTranslations("shell");
  return (
    <>
      <div aria-hidden className="mb-6 grid gap-4 sm:mb-8">
        <Skeleton className="my-2 h-5 w-48" />
        <Skeleton className="w-72 max-w-full" />
      </div>
      <Card>
        <SkeletonRows label={t("loading")} rows={8} />
      </Card>
    </>
  );
}
