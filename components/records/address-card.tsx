import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useInactiveReason } from "@/components/records/skip-reason";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { DeliveryAddress } from "@/lib/relations/list-addresses";

/** The delivery addresses of a relation. */
export function AddressCard({ addresses }: { addresses: readonly DeliveryAddress[] }) {
  const t = useTranslations("records");
  const reasonOf = useInactiveReason();
  return (
    <Card aria-labelledby="addresses">
      <CardHeader title={t("addresses.title")} titleId="addresses" />
      {addresses.length === 0 ? (
        <CardBody>
          <p className="text-sm text-fg-2">{t("addresses.none")}</p>
        </CardBody>
      ) : (
        <ul className="divide-y divide-line pt-2">
          {addresses.map((address) => (
            <li key={address.id} className={address.active ? "flex gap-4 px-(--card-x) py-(--row-y)" : "flex gap-4 px-(--card-x) py-(--row-y) text-fg-3"}>
              <span className="w-8 flex-none text-sm text-fg-3 tabular-nums">{address.code}</span>
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {address.description ?? address.name ?? address.street ?? address.code}
                  {address.active ? null : <Badge>{address.inactiveReason ? reasonOf(address.inactiveReason) : t("row.inactive")}</Badge>}
                </p>
                {addressLines(address).map((line) => (
                  <p key={line} className={address.active ? "text-sm text-fg-2" : "text-sm"}>
                    {line}
                  </p>
                ))}
                {address.attention ? <p className="text-sm text-fg-3">{t("addresses.attention", { name: address.attention })}</p> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Name, street, city, phone: each on its line, and none twice. */
function addressLines({ description, name, street, postalCode, city, country, phone }: DeliveryAddress): string[] {
  const place = [postalCode, city].filter(Boolean).join(" ");
  const lines = [name, street, [place, country].filter(Boolean).join(", "), phone];
  const title = description ?? name ?? street;
  return [...new Set(lines.flatMap((line) => (line && line !== title ? [line] : [])))];
}
