"use client";

import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Pick } from "@/lib/pick/picks";

type PickListProps<Item extends Pick> = {
  listId: string;
  picks: readonly Item[];
  active: number;
  state: "loading" | "failed" | "empty" | "there";
  hasMore: boolean;
  onMore: () => void;
  onChoose: (pick: Item) => void;
  /** The field that the list belongs to: a press on it does not close the list. */
  isOwn: (target: Node) => boolean;
};

/** The list below a field that is picked from. It never takes the focus. */
export function PickList<Item extends Pick>({ listId, picks, active, state, hasMore, onMore, onChoose, isOwn }: PickListProps<Item>) {
  const t = useTranslations("workOrders.pick");
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <Popover.Portal>
      <Popover.Content
        role="presentation"
        align="start"
        sideOffset={4}
        collisionPadding={12}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => {
          if (event.target instanceof Node && isOwn(event.target)) event.preventDefault();
        }}
        className="z-50 w-max max-w-[min(28rem,calc(100vw-1.5rem))] min-w-(--radix-popover-trigger-width) animate-appear overflow-hidden rounded-lg bg-raised shadow-float"
      >
        <ul
          ref={list}
          id={listId}
          role="listbox"
          aria-label={t("list")}
          className="max-h-72 overflow-y-auto p-1"
          onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
            if (hasMore && scrollHeight - scrollTop - clientHeight < 80) onMore();
          }}
        >
          {picks.map((pick, index) => (
            <li
              key={pick.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              // The field would lose the focus, and with it the list, before the press arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(pick)}
              className={classNames("grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-4 rounded-md px-2.5 py-1.5 text-sm select-none hover:bg-hover max-sm:min-h-11", index === active && "bg-hover")}
            >
              <span className="truncate">{pick.name}</span>
              <span className="text-fg-3 tabular-nums">{pick.code}</span>
              {pick.detail ? <span className="col-span-2 truncate text-xs text-fg-3">{pick.detail}</span> : null}
            </li>
          ))}
        </ul>
        <p role="status" className={state === "there" ? "sr-only" : "px-3.5 pt-1 pb-3 text-sm text-fg-2"}>
          {state === "there" ? t("count", { count: picks.length }) : t(state)}
        </p>
      </Popover.Content>
    </Popover.Portal>
  );
}
