"use client";

import { useEffect, useRef, useState } from "react";
import { EntryDetail } from "@/components/log/entry-detail";
import { LevelMark } from "@/components/log/level-mark";
import { useLogTexts } from "@/components/log/use-log-texts";
import { Time } from "@/components/ui/time";
import type { LogRow } from "@/lib/log/read-entry";

/** One entry: time and sentence; a click opens everything there is to it. `isOpen`: open from the start. */
export function EntryRow({ entry, isOpen: isOpenAtFirst = false }: { entry: LogRow; isOpen?: boolean }) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const { sentence } = useLogTexts();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpenAtFirst) row.current?.scrollIntoView({ block: "center" });
  }, [isOpenAtFirst]);
  return (
    <li ref={row} id={`entry-${entry.id}`}>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="group open:mx-2 open:my-1 open:rounded-lg open:bg-sunken">
        <summary
          data-inset-focus=""
          className="grid list-none grid-cols-[1rem_2.625rem_minmax(0,1fr)] gap-x-2 px-(--card-x) py-1.75 text-sm group-open:rounded-lg group-open:px-3 group-open:pt-3 group-open:pb-1 group-open:font-medium hover:bg-hover group-open:hover:bg-transparent max-sm:py-2.5 [&::-webkit-details-marker]:hidden"
        >
          <LevelMark level={entry.level} />
          <Time value={entry.at} as="clock" className="font-normal text-fg-3" />
          <span className="wrap-anywhere">{sentence(entry)}</span>
        </summary>
        {isOpen ? <EntryDetail entry={entry} /> : null}
      </details>
    </li>
  );
}
