import { useFormatter } from "next-intl";

const steps = [
  { limit: 1_000, unit: "byte", size: 1 },
  { limit: 1_000_000, unit: "kilobyte", size: 1_000 },
  { limit: Number.POSITIVE_INFINITY, unit: "megabyte", size: 1_000_000 },
] as const;

/** Writes a number of bytes as people do: 840 byte, 12 kB, 3.4 MB. */
export function useByteSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const step = steps.find(({ limit }) => bytes < limit) ?? steps[2];
    return format.number(bytes / step.size, { style: "unit", unit: step.unit, unitDisplay: "short", maximumFractionDigits: step.size === 1_000_000 ? 1 : 0 });
  };
}
