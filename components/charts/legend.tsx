import { useId } from "react";
import { fillOf, Patterns } from "@/components/charts/patterns";
import { toneColours, type ChartSeries } from "@/components/charts/series";

/** What each filling stands for. */
export function Legend({ series }: { series: readonly ChartSeries[] }) {
  const id = useId();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-fg-2">
      {series.map((one) => (
        <li key={one.id} className="inline-flex items-center gap-1.5">
          <svg width="12" height="12" aria-hidden>
            <Patterns series={[one]} id={id} />
            <rect x="0.5" y="0.5" width="11" height="11" rx="2" fill={fillOf(one, id)} stroke={toneColours[one.tone].ink} />
          </svg>
          {one.name}
        </li>
      ))}
    </ul>
  );
}
