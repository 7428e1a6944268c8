import { toneColours, type ChartSeries } from "@/components/charts/series";

/** The filling of a series, as `fill` takes it. `id`: of the drawing it stands in. */
export function fillOf({ id: series, tone, filling }: ChartSeries, id: string): string {
  return filling === "solid" ? toneColours[tone].ink : `url(#${id}-${series})`;
}

/** The patterns of a drawing; each drawing has its own, because one that is hidden lends none. */
export function Patterns({ series, id }: { series: readonly ChartSeries[]; id: string }) {
  return (
    <defs>
      {series.filter(({ filling }) => filling !== "solid").map((one) => (
        <Pattern key={one.id} series={one} id={`${id}-${one.id}`} />
      ))}
    </defs>
  );
}

function Pattern({ series: { tone, filling }, id }: { series: ChartSeries; id: string }) {
  const { ink, ground } = toneColours[tone];
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform={filling === "hatched" ? "rotate(45)" : undefined}>
      <rect width="5" height="5" fill={filling === "outlined" ? "var(--surface)" : ground} />
      {filling === "hatched" ? <line x1="0" x2="0" y1="0" y2="5" stroke={ink} strokeWidth="2.5" /> : null}
      {filling === "striped" ? <line x1="0" x2="5" y1="2.5" y2="2.5" stroke={ink} strokeWidth="2" /> : null}
      {filling === "dotted" ? <circle cx="2.5" cy="2.5" r="1.2" fill={ink} /> : null}
    </pattern>
  );
}
