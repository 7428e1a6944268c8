"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { Select, type SelectOption } from "@/components/ui/select";
import { listAddress } from "@/lib/paging/list-address";

type ListFilterProps = {
  /** Parameter of the address. */
  name: string;
  label: string;
  options: readonly SelectOption[];
  value: string;
  /** The value that stands for "no parameter". */
  standard: string;
  className?: string;
};

/** One filter of a list. The choice stands in the address. */
export function ListFilter({ name, label, options, value, standard, className }: ListFilterProps) {
  const router = useRouter();
  const parameters = useSearchParams();
  const [isFiltering, startFiltering] = useTransition();
  const choose = (chosen: string) => {
    const address = listAddress(Object.fromEntries(parameters), { [name]: chosen === standard ? null : chosen });
    startFiltering(() => router.replace(address, { scroll: false }));
  };
  return <Select aria-label={label} options={options} value={value} onValueChange={choose} disabled={isFiltering} className={className ?? "!w-auto min-w-36 max-sm:flex-auto"} />;
}
