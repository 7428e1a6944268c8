"use client";

import { Input } from "@/components/ui/input";

type LogDateFilterProps = { label: string; value: string | null; onChange: (day: string | null) => void };

/** A day with a word before it. One that is typed counts at its end, one chosen in the calendar at once. */
export function LogDateFilter({ label, value, onChange }: LogDateFilterProps) {
  const choose = (day: string) => {
    if (day !== (value ?? "")) onChange(day === "" ? null : day);
  };
  return (
    <label className="flex items-center gap-2 text-sm text-fg-2 max-sm:flex-[1_1_9rem]">
      <span className="shrink-0 whitespace-nowrap max-sm:min-w-18">{label}</span>
      <Input
        key={value}
        type="date"
        numeric
        max="9999-12-31"
        defaultValue={value ?? ""}
        onBlur={(event) => choose(event.target.value)}
        onChange={(event) => {
          // The year is never one that is still being typed.
          if (event.target.value === "" || event.target.value >= "1990-01-01") choose(event.target.value);
        }}
        className="sm:w-40"
      />
    </label>
  );
}
