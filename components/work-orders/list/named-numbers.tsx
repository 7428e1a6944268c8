import { useTranslations } from "next-intl";

/** As many numbers as one takes in at a glance. */
const named = 12;

/** The numbers of work orders in one line, and how many more there are. */
export function NamedNumbers({ numbers }: { numbers: readonly string[] }) {
  const t = useTranslations("workOrders.bulk");
  return (
    <p className="text-sm text-fg-2 tabular-nums">
      {numbers.slice(0, named).join(" · ")}
      {numbers.length > named ? ` ${t("andMore", { count: numbers.length - named })}` : null}
    </p>
  );
}
