import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import type { ImportKind } from "@/lib/connectors/record-kinds";

/** A list before its rows are there, of the height it will have. */
export function RecordsLoading({ kind }: { kind: ImportKind }) {
  const t = useTranslations("records");
  const kinds = useTranslations("sync.kind");
  return (
    <>
      <PageHeader title={kinds(kind)} state={<Skeleton className="my-1.25 w-56" />} />
      <div className="mb-6 flex gap-6 border-b border-line py-2.25">
        <Skeleton className="my-1 w-20" />
        <Skeleton className="my-1 w-28" />
      </div>
      <Card>
        <SkeletonRows label={t("loading.list")} rows={12} />
      </Card>
    </>
  );
}
