import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { dashboardRanges, type DashboardRange } from "@/lib/dashboard/range";
import { route } from "@/lib/routes/route";

/** Over which time the charts go; it stands in the address. */
export function RangeLinks({ range }: { range: DashboardRange }) {
  const t = useTranslations("dashboard.range");
  return (
    <nav aria-label={t("label")} className="grid auto-cols-fr grid-flow-col rounded-md bg-sunken p-0.5 shadow-edge">
      {dashboardRanges.map((one) => (
        <Link
          key={one}
          href={route(`/dashboard?range=${one}`)}
          scroll={false}
          aria-current={one === range ? "true" : undefined}
          className={classNames("grid h-[calc(var(--control-h)-6px)] place-items-center rounded-sm px-3 text-sm whitespace-nowrap no-underline", one === range ? "bg-segment font-medium text-fg shadow-segment" : "text-fg-2 hover:text-fg")}
        >
          {t(one)}
        </Link>
      ))}
    </nav>
  );
}
