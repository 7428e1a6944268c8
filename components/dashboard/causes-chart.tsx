import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { ChartCard } from "@/components/dashboard/chart-card";
import { useChartWords } from "@/components/dashboard/use-chart-words";
import type { CauseCount } from "@/lib/dashboard/read-causes";
import type { Period } from "@/lib/dashboard/read-period";
import { route } from "@/lib/routes/route";

/** So many causes are drawn; the table has them all. */
const DRAWN = 6;

/** What went wrong, by its cause. Each leads to its issues. */
export function CausesChart({ period, causes }: { period: Period; causes: readonly CauseCount[] }) {
  const t = useTranslations("dashboard.causes");
  const names = useTranslations("issues.cause");
  const { count: write } = useChartWords(period);
  const all = causes.reduce((sum, { count }) => sum + count, 0);
  const items = causes.slice(0, DRAWN).map(({ cause, count }) => ({ name: names(`${cause}.name`), value: count, written: write(count), href: route(`/issues?cause=${cause}`) }));
  const rows = causes.map(({ cause, count }) => ({ name: names(`${cause}.name`), cells: [write(count)] }));
  return (
    <ChartCard id="causes-title" title={t("title")} says={t("state", { count: all })} isEmpty={causes.length === 0} stands="start" table={{ heads: [t("cause"), t("count")], rows }}>
      <BarList items={items} />
    </ChartCard>
  );
}
