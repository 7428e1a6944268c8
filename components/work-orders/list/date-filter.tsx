"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { Input } from "@/components/ui/input";
import { listAddress } from "@/lib/paging/list-address";

/** From or until a day. It stands in the address. */
export function DateFilter({ name, label, value }: { name: "from" | "to"; label: string; value: string }) {
  const router = useRouter();
  const parameters = useSearchParams();
  const [, start] = useTransition();
  const choose = (day: string) => start(() => router.replace(listAddress(Object.fromEntries(parameters), { [name]: day || null }), { scroll: false }));
  return (
    <label className="flex items-center gap-2 text-sm text-fg-2 max-sm:flex-1">
      {label}
      <Input
        // A date that is typed is complete only at its end: then the address changes, and not with each digit.
        key={value}
        type="date"
        defaultValue={value}
        className="!w-38 max-sm:!w-full"
        onBlur={(event) => {
          if (event.target.value !== value) choose(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") choose(event.currentTarget.value);
        }}
        onChange={(event) => {
          // Chosen in the calendar, or cleared: the year is never one that is still being typed.
          if (event.target.value === "" || event.target.value >= "1990-01-01") choose(event.target.value);
        }}
      />
    </label>
  );
}
