"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition, type FormEvent } from "react";
import { FilterChips } from "@/components/log/filter-chips";
import { LogDateFilter } from "@/components/log/log-date-filter";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { kindsWith, type OptionalKind } from "@/lib/catalogue/optional-kinds";
import { recordKinds } from "@/lib/connectors/record-kinds";
import { logAddress, logDirections, type LogFilters } from "@/lib/log/log-filters";

const levels = ["error", "warning", "success", "info"] as const;
/** The select keeps the empty text for itself. */
const everything = "everything";

type LogFiltersBarProps = {
  filters: LogFilters;
  /** The records of this account that not every vendor has. */
  kinds: readonly OptionalKind[];
  integrations: readonly { id: string; name: string }[];
};

/** What the log is narrowed to; it stands in the address, so that a view can be sent to somebody. */
export function LogFiltersBar({ filters, kinds: present, integrations }: LogFiltersBarProps) {
  const t = useTranslations("log.panel");
  const kinds = useTranslations("sync.kind");
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [search, setSearch] = useState(filters.search);
  const shown = kindsWith(present);
  const choices = recordKinds.filter((kind) => kind === filters.kind || shown.includes(kind));
  const show = (change: Partial<LogFilters>) => {
    start(() => router.push(`/log?${new URLSearchParams(logAddress({ ...filters, search, ...change })).toString()}`));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show({});
  };
  const look = "w-44 max-sm:w-auto max-sm:flex-[1_1_9rem]";
  return (
    <form onSubmit={submit} aria-busy={isPending} className="grid gap-2 px-(--card-x) pt-5 pb-2">
      <div className="flex flex-wrap items-center gap-2">
        <Input type="search" aria-label={t("page.search")} placeholder={t("page.search")} value={search} maxLength={100} onChange={(event) => setSearch(event.target.value)} className="min-w-48 flex-1" />
        <Button type="submit">{t("page.searchButton")}</Button>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {integrations.length > 1 || filters.integration !== null ? (
          <div className={look}>
            <Select
              aria-label={t("page.integration")}
              value={filters.integration ?? everything}
              onValueChange={(value) => show({ integration: value === everything ? null : value })}
              options={[{ value: everything, label: t("page.anyIntegration") }, ...integrations.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </div>
        ) : null}
        <div className={look}>
          <Select
            aria-label={t("page.direction")}
            value={filters.direction ?? everything}
            onValueChange={(value) => show({ direction: logDirections.find((direction) => direction === value) ?? null })}
            options={[{ value: everything, label: t("page.anyDirection") }, ...logDirections.map((direction) => ({ value: direction, label: t(`direction.${direction}`) }))]}
          />
        </div>
        <div className={look}>
          <Select
            aria-label={t("page.level")}
            value={filters.level ?? everything}
            onValueChange={(value) => show({ level: levels.find((level) => level === value) ?? null })}
            options={[{ value: everything, label: t("page.anyLevel") }, ...levels.map((level) => ({ value: level, label: t(`level.${level}`) }))]}
          />
        </div>
        <div className={look}>
          <Select
            aria-label={t("page.kind")}
            value={filters.kind ?? everything}
            onValueChange={(value) => show({ kind: recordKinds.find((kind) => kind === value) ?? null })}
            options={[{ value: everything, label: t("page.anyKind") }, ...choices.map((kind) => ({ value: kind, label: kinds(kind) }))]}
          />
        </div>
        <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
          <LogDateFilter label={t("page.from")} value={filters.from} onChange={(from) => show({ from })} />
          <LogDateFilter label={t("page.until")} value={filters.to} onChange={(to) => show({ to })} />
        </div>
      </div>
      <FilterChips filters={filters} show={show} />
    </form>
  );
}
