"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { FilterChip } from "@/components/ui/filter-chip";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { kindsWith, type OptionalKind } from "@/lib/catalogue/optional-kinds";
import { recordKinds } from "@/lib/connectors/records";
import type { LogFilters } from "@/lib/log/read-log";

const levels = ["error", "warning", "success", "info"] as const;
/** The select keeps the empty text for itself. */
const everything = "everything";

type LogFiltersBarProps = {
  filters: LogFilters;
  /** The records of this account that not every vendor has. */
  kinds: readonly OptionalKind[];
};

/** What the log is narrowed to; it stands in the address, so that a view can be sent to somebody. */
export function LogFiltersBar({ filters, kinds: present }: LogFiltersBarProps) {
  const t = useTranslations("log.panel");
  const kinds = useTranslations("sync.kind");
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [search, setSearch] = useState(filters.search);
  const shown = kindsWith(present);
  const choices = recordKinds.filter((kind) => kind === filters.kind || shown.includes(kind));
  const show = (change: Partial<LogFilters>) => {
    const wanted = Object.entries({ ...filters, search, ...change }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    start(() => router.push(`/log?${new URLSearchParams(wanted).toString()}`));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show({});
  };
  return (
    <form onSubmit={submit} aria-busy={isPending} className="flex flex-wrap items-center gap-2 px-(--card-x) pt-5 pb-2">
      <Input type="search" aria-label={t("page.search")} placeholder={t("page.search")} value={search} maxLength={100} onChange={(event) => setSearch(event.target.value)} className="sm:w-48" />
      <div className="w-44 max-sm:w-auto max-sm:flex-1">
        <Select
          aria-label={t("page.level")}
          value={filters.level ?? everything}
          onValueChange={(value) => show({ level: levels.find((level) => level === value) ?? null })}
          options={[{ value: everything, label: t("page.anyLevel") }, ...levels.map((level) => ({ value: level, label: t(`level.${level}`) }))]}
        />
      </div>
      <div className="w-56 max-sm:w-auto max-sm:flex-1">
        <Select
          aria-label={t("page.kind")}
          value={filters.kind ?? everything}
          onValueChange={(value) => show({ kind: recordKinds.find((kind) => kind === value) ?? null })}
          options={[{ value: everything, label: t("page.anyKind") }, ...choices.map((kind) => ({ value: kind, label: kinds(kind) }))]}
        />
      </div>
      {filters.run ? (
        <FilterChip label={t("page.clearRun")} onRemove={() => show({ run: null })}>
          {t("page.ofRun")}
        </FilterChip>
      ) : null}
      <Button type="submit" className="max-sm:w-full">
        {t("page.searchButton")}
      </Button>
    </form>
  );
}
