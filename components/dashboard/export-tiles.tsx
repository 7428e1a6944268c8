import { CircleCheck, CircleQuestionMark, Clock, TriangleAlert, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ListHead } from "@/components/dashboard/list-head";
import { Card, CardBody } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import type { ExportCounts } from "@/lib/export/count-exports";
import type { ExportMark } from "@/lib/export/export-standing";
import { route } from "@/lib/routes/route";

type Amount = { vendor: string; count: number };

/** How the exports stand: what waits, what needs a look, what is done; each number leads to its list. */
export function ExportTiles({ counts, nameOf }: { counts: readonly ExportCounts[]; nameOf: (vendor: string) => string }) {
  const t = useTranslations("dashboard.exports");
  const amounts = (count: (one: ExportCounts) => number): Amount[] => counts.map((one) => ({ vendor: nameOf(one.vendor), count: count(one) }));
  const sum = (count: (one: ExportCounts) => number) => counts.reduce((total, one) => total + count(one), 0);
  const toDecide = sum(({ needsReview }) => needsReview);
  // A number of two kinds leads to the one that is more urgent, if there is any.
  const failedMark = sum(({ failed }) => failed) === 0 && sum(({ notFinished }) => notFinished) > 0 ? "notFinished" : "error";
  const uncertain = amounts((one) => one.uncertain + one.needsReview);
  return (
    <Card aria-labelledby="exports-title">
      <ListHead id="exports-title" title={t("title")} href="/exports" all={t("all")} />
      <CardBody>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-6 md:grid-cols-4">
          <Tile name={t("waiting")} icon={Clock} look="text-fg-3" amounts={amounts((one) => one.waiting + one.sending)} mark="waiting" />
          <Tile name={t("failed")} icon={TriangleAlert} look="text-alert" amounts={amounts((one) => one.failed + one.notFinished)} mark={failedMark} />
          <Tile name={t("uncertain")} icon={CircleQuestionMark} look="text-alert" amounts={uncertain} mark={toDecide > 0 ? "needsReview" : "uncertain"} note={t("toDecide", { count: toDecide })} />
          <Tile name={t("done")} icon={CircleCheck} look="text-good" amounts={amounts((one) => one.doneThisMonth)} mark="done" />
        </dl>
      </CardBody>
    </Card>
  );
}

type TileProps = { name: string; icon: LucideIcon; look: string; amounts: readonly Amount[]; mark: ExportMark; note?: string };

/** A headline figure, and below it whose it is. Without any its shape is quiet. */
function Tile({ name, icon: Icon, look, amounts, mark, note }: TileProps) {
  const t = useTranslations("dashboard.exports");
  const format = useFormatter();
  const total = amounts.reduce((sum, { count }) => sum + count, 0);
  const shares = amounts.filter(({ count }) => count > 0).map(({ vendor, count }) => t("of", { vendor, count }));
  return (
    // Where a name takes two lines, the figures of a row stand on one line all the same.
    <div className="row-span-3 grid min-w-0 grid-rows-subgrid gap-y-0">
      <dt className="flex items-center gap-1.5 self-end text-sm text-fg-2">
        <Icon aria-hidden className={classNames(total > 0 ? look : "text-fg-3")} />
        {name}
      </dt>
      <dd className="text-2xl font-semibold tracking-tight">
        <Link href={route(`/exports?state=${mark}`)} className="text-fg no-underline hover:underline">
          {format.number(total, "count")}
        </Link>
      </dd>
      <dd className="text-sm text-fg-3">{total === 0 ? t("none") : (note ?? format.list(shares))}</dd>
    </div>
  );
}
