"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

type Listed = { id: string; number: string };
type Selection = { selected: readonly Listed[]; rows: readonly Listed[]; toggle: (id: string, isOn: boolean) => void; toggleAll: (isOn: boolean) => void; clear: () => void };

const SelectionContext = createContext<Selection | null>(null);

/** Which rows of the page are ticked. What is no longer on the page is no longer selected. */
export function SelectionProvider({ rows, children }: { rows: readonly Listed[]; children: ReactNode }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const value = useMemo<Selection>(
    () => ({
      rows,
      selected: rows.filter(({ id }) => ticked.has(id)),
      toggle: (id, isOn) => setTicked((before) => new Set(isOn ? [...before, id] : [...before].filter((one) => one !== id))),
      toggleAll: (isOn) => setTicked(new Set(isOn ? rows.map(({ id }) => id) : [])),
      clear: () => setTicked(new Set()),
    }),
    [rows, ticked],
  );
  return <SelectionContext value={value}>{children}</SelectionContext>;
}

/** @throws Error outside a {@link SelectionProvider} */
export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("There is no selection around this component");
  return selection;
}

const tickLook = "size-4 cursor-pointer accent-(--accent)";

/** Ticks one work order. */
export function SelectRow({ id, number }: Listed) {
  const t = useTranslations("workOrders.list");
  const { selected, toggle } = useSelection();
  return (
    <span className="-my-1 -ml-1.5 inline-grid size-7 flex-none place-items-center max-sm:size-9">
      <input
        type="checkbox"
        aria-label={t("select", { number })}
        className={tickLook}
        checked={selected.some((one) => one.id === id)}
        onChange={(event) => toggle(id, event.target.checked)}
      />
    </span>
  );
}

/** Ticks all of the page, or none. */
export function SelectAll({ label = false }: { label?: boolean }) {
  const t = useTranslations("workOrders.list");
  const { rows, selected, toggleAll } = useSelection();
  const isAll = selected.length === rows.length && rows.length > 0;
  const tick = (
    <input
      type="checkbox"
      aria-label={t("selectAll")}
      className={tickLook}
      checked={isAll}
      ref={(element) => {
        if (element) element.indeterminate = selected.length > 0 && !isAll;
      }}
      onChange={(event) => toggleAll(event.target.checked)}
    />
  );
  if (!label) return <span className="-my-2 mr-2 -ml-1.5 inline-grid size-7 place-items-center align-middle">{tick}</span>;
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2 text-sm text-fg-2">
      {tick}
      {t("selectAll")}
    </label>
  );
}
