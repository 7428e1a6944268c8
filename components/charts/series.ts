/** How a series is told apart from the others without its colour: by its filling. */
export const fillings = ["solid", "hatched", "dotted", "striped", "outlined"] as const;
export type Filling = (typeof fillings)[number];

/** `good`: succeeded. `alert`: needs a person. `quiet`: neither. `first` and `second`: just different things. */
export type ChartTone = "first" | "second" | "good" | "alert" | "quiet";

/** One kind of thing a chart shows; its value in each span stands under its id. */
export type ChartSeries = { id: string; name: string; tone: ChartTone; filling: Filling };

/** A span of time: how it is called below the axis, and in full. */
export type ChartSpan = { label: string; fullLabel: string };

/** Colours of a tone, as they are in both themes. */
export const toneColours: Readonly<Record<ChartTone, { ink: string; ground: string }>> = {
  first: { ink: "var(--chart-1)", ground: "var(--chart-2)" },
  second: { ink: "var(--chart-1)", ground: "var(--chart-2)" },
  good: { ink: "var(--good)", ground: "var(--good-soft)" },
  alert: { ink: "var(--alert)", ground: "var(--alert-soft)" },
  quiet: { ink: "var(--control)", ground: "var(--sunken)" },
};

/** The looks of things that are merely different, such as integrations, in their order. */
export function differentLook(index: number): Pick<ChartSeries, "tone" | "filling"> {
  const filling = fillings[index % fillings.length] ?? "solid";
  return { tone: index === 0 ? "first" : "second", filling };
}
