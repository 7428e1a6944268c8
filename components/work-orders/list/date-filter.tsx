"use client";

import { useListParameters } from "@/components/work-orders/list/use-list-parameters";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** From or until a day. It stands in the address. */
export function DateFilter({ name, label, value }: { name: "from" | "to"; label: string; value: string }) {
  const { set } = useListParameters();
  const choose = (day: string) => set({ [name]: day || null });
  return (
    <Field label={label}>
      <Input
        // A date that is typed is complete only at its end: then the address changes, and not with each digit.
        key={value}
        type="date"
        numeric
        defaultValue={value}
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
    </Field>
  );
}
