"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";

type PersonFilterProps = { people: readonly { id: string; name: string }[]; chosen: string | null };

/** Radix keeps the empty value for "nothing chosen". */
const everybody = "everybody";

/** Shows the acts of one person. The choice is part of the address. */
export function PersonFilter({ people, chosen }: PersonFilterProps) {
  const t = useTranslations("audit.filter");
  const router = useRouter();
  const [isLoading, start] = useTransition();
  const choose = (id: string) => start(() => router.push(id === everybody ? "/settings/audit" : `/settings/audit?person=${id}`));
  const options = [{ value: everybody, label: t("everybody") }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <div aria-busy={isLoading || undefined} className="w-56 max-sm:w-full">
      <Select aria-label={t("person")} value={chosen ?? everybody} onValueChange={choose} options={options} />
    </div>
  );
}
