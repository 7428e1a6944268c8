import { useFormatter } from "next-intl";

/** A number of things, written as the language writes it. */
export function Count({ value }: { value: number }) {
  return <span className="tabular-nums">{useFormatter().number(value, "count")}</span>;
}
