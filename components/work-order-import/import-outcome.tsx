"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { Portion } from "@/components/work-order-import/import-actions";
import { ResultCounts } from "@/components/work-order-import/result-counts";
import { CellTable } from "@/components/work-order-import/wrong-cells";
import type { FilePreview } from "@/lib/intake/preview-file";

/** How far the import is, in a bar and in words. */
export function ImportProgress({ soFar: { done, total } }: { soFar: Portion }) {
  const t = useTranslations("intake.import.importing");
  return (
    <Card>
      <CardHeader title={t("title")} description={t("keepOpen")} />
      <CardBody className="grid gap-3">
        <Progress label={t("title")} value={done} max={total} />
        <p role="status" className="text-sm text-fg-2 tabular-nums">
          {t("progress", { done, total })}
        </p>
      </CardBody>
    </Card>
  );
}

type ImportOutcomeProps = { name: string; soFar: Portion; preview: FilePreview; onOther: () => void };

/** What the import did; what was refused although the preview was content with it has its reason. */
export function ImportOutcome({ name, soFar: { counts, refused }, preview, onOther }: ImportOutcomeProps) {
  const t = useTranslations("intake.import");
  const stored = counts.created + counts.updated + counts.unchanged;
  const all = { ...counts, wrong: ordersIn(preview) - stored };
  const unforeseen = refused.filter(({ row }) => !preview.wrong.some((cell) => cell.row === row));
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t("done.title")} description={t("preview.title", { name })} />
      <CardBody className="grid gap-5">
        <ResultCounts counts={all} />
        {unforeseen.length > 0 ? <Notice tone="alert" title={t("done.refused")} /> : null}
      </CardBody>
      {unforeseen.length > 0 ? <CellTable label={t("done.refused")} cells={unforeseen} /> : null}
      <CardFooter>
        <Button onClick={onOther}>{t("done.another")}</Button>
        <Button asChild variant="primary">
          <Link href="/work-orders">{t("done.open")}</Link>
        </Button>
      </CardFooter>
    </Card>
  );
}

function ordersIn({ counts: { created, updated, unchanged, wrong } }: FilePreview): number {
  return created + updated + unchanged + wrong;
}
