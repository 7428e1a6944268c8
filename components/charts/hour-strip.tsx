import type { HourState } from "@/lib/dashboard/read-runs";

const STEP = 16;
const HEIGHT = 24;

/** The hours of a day side by side: a bar for one without an error, a triangle for one with an error, a dot for one without a sync. */
export function HourStrip({ hours, label }: { hours: readonly HourState[]; label: string }) {
  return (
    <svg viewBox={`0 0 ${hours.length * STEP} ${HEIGHT}`} role="img" aria-label={label} className="block h-auto w-full">
      {hours.map((state, index) => (
        <Hour key={index} state={state} centre={index * STEP + STEP / 2} />
      ))}
    </svg>
  );
}

function Hour({ state, centre }: { state: HourState; centre: number }) {
  switch (state) {
    case "good":
      return <rect x={centre - 3} y="4" width="6" height="16" rx="2" fill="var(--good)" />;
    case "error":
      return <path d={`M${centre} 5l6 13h-12z`} fill="var(--alert)" />;
    case "none":
      return <circle cx={centre} cy="12" r="1.5" fill="var(--control)" />;
  }
}
