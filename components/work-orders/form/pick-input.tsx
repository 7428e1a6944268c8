"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { PickList } from "@/components/work-orders/form/pick-list";
import { usePicks } from "@/components/work-orders/form/use-picks";
import { Input } from "@/components/ui/input";
import type { PickKind, PickOf } from "@/lib/pick/picks";

type PickInputProps<Kind extends PickKind> = {
  kind: Kind;
  name: string;
  value: string;
  /** What is typed is kept as it is: not everything has been imported. */
  onType: (text: string) => void;
  onPick: (pick: PickOf[Kind]) => void;
  onBlur: () => void;
  relation?: string;
  /** Where no field around it gives it a name: read out, and shown while it is empty. */
  label?: string;
  ref?: (element: HTMLInputElement | null) => void;
};

/** Picks an imported record by typing: a combobox with a list, as of WAI-ARIA 1.2. The focus stays in the field. */
export function PickInput<Kind extends PickKind>({ kind, value, onType, onPick, onBlur, relation, label, ...input }: PickInputProps<Kind>) {
  const t = useTranslations("workOrders.pick");
  const listId = useId();
  const field = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // Opened without typing, it shows everything, not only what the field says already.
  const [typed, setTyped] = useState("");
  const { picks, hasMore, showMore, isLoading, isFailed } = usePicks({ kind, text: typed, isOpen, relation });

  const open = (search: string) => {
    setTyped(search);
    setActive(-1);
    setIsOpen(true);
  };
  const close = () => setIsOpen(false);
  const choose = (pick: PickOf[Kind]) => {
    onPick(pick);
    close();
  };
  const move = (step: 1 | -1) => {
    if (!isOpen) return open("");
    const next = Math.min(active + step, picks.length - 1);
    setActive(Math.max(next, -1));
    if (next >= picks.length - 3) showMore();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = picks[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && isOpen) {
      // Never sends the form from an open list.
      event.preventDefault();
      if (chosen) choose(chosen);
      else close();
    } else if (event.key === "Tab") {
      close();
    }
  };

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Anchor asChild>
        <div ref={field} className="relative">
          <Input
            {...input}
            role="combobox"
            {...(label === undefined ? {} : { "aria-label": label, placeholder: label })}
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={value}
            className="pr-9"
            onChange={(event) => {
              onType(event.target.value);
              open(event.target.value);
            }}
            onKeyDown={press}
            onBlur={() => {
              close();
              onBlur();
            }}
          />
          <button
            type="button"
            tabIndex={-1}
            aria-label={t("open")}
            className="absolute inset-y-0 right-0 grid w-9 place-items-center text-fg-3 hover:text-fg"
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.currentTarget.parentElement?.querySelector("input")?.focus();
              if (isOpen) close();
              else open("");
            }}
          >
            <ChevronDown aria-hidden />
          </button>
        </div>
      </Popover.Anchor>
      <PickList
        listId={listId}
        picks={picks}
        active={active}
        state={isFailed ? "failed" : isLoading && picks.length === 0 ? "loading" : picks.length === 0 ? "empty" : "there"}
        hasMore={hasMore}
        onMore={showMore}
        onChoose={choose}
        isOwn={(target) => field.current?.contains(target) ?? false}
      />
    </Popover.Root>
  );
}
