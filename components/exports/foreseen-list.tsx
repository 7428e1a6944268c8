import { Check, CircleMinus, Minus, Search, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { NamedNumbers } from "@/components/work-orders/list/named-numbers";
import { Skeleton } from "@/components/ui/skeleton";
import type { ForeseenExport } from "@/lib/export/foretell-exports";

type Group = { becomes: ForeseenExport["becomes"]; reason: string; numbers: string[] };

const looks: Readonly<Record<ForeseenExport["becomes"], { icon: LucideIcon; look: string }>> = {
  sent: { icon: Check, look: "text-good" },
  lookedUp: { icon: Search, look: "text-good" },
  kept: { icon: CircleMinus, look: "text-fg-2" },
  unchanged: { icon: Minus, look: "text-fg-3" },
  refused: { icon: TriangleAlert, look: "text-alert" },
};
const order = Object.keys(looks);

/** What an act will do, said beforehand: how many of each kind, which ones, and why some are left out. `null`: it is still being looked at. */
export function ForeseenList({ foreseen, vendorName: vendor }: { foreseen: readonly ForeseenExport[] | null; vendorName: string }) {
  const t = useTranslations("exports.foreseen");
  const errors = useTranslations("errors");
  if (foreseen === null) {
    return (
      <div aria-busy="true" className="grid gap-3 text-sm">
        <p role="status" className="text-fg-2">
          {t("looking")}
        </p>
        <Skeleton className="w-3/5" />
        <Skeleton className="w-2/5" />
      </div>
    );
  }
  const groups = new Map<string, Group>();
  for (const one of foreseen) {
    const reason = one.becomes === "refused" ? errors(`${one.refusal.code}.message`, one.refusal.params) : "";
    const key = `${one.becomes} ${reason}`;
    const group = groups.get(key) ?? { becomes: one.becomes, reason, numbers: [] };
    group.numbers.push(one.number ?? "–");
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((one, other) => order.indexOf(one.becomes) - order.indexOf(other.becomes));
  const isNothing = sorted.every(({ becomes }) => becomes === "refused" || becomes === "unchanged");
  return (
    <div role="status">
      {isNothing ? <p className="mb-3 font-medium">{t("nothing")}</p> : null}
      <ul aria-label={t("label")} className="grid max-h-[50vh] gap-3 overflow-y-auto text-sm" tabIndex={0} data-inset-focus="">
        {sorted.map(({ becomes, reason, numbers }) => {
          const { icon: Icon, look } = looks[becomes];
          return (
            <li key={`${becomes} ${reason}`} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-3">
              <Icon aria-hidden className={`mt-0.5 ${look}`} />
              <div className="wrap-anywhere">
                <p className="font-medium">{t(becomes, { count: numbers.length, vendor, reason })}</p>
                <NamedNumbers numbers={numbers} />
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
