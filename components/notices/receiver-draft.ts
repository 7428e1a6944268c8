import type { ReceiverEntry } from "@/components/notices/notice-actions";
import type { Locale } from "@/lib/i18n/locales";
import { readClock, writeClock } from "@/lib/notices/quiet-hours";
import { noticeTopics } from "@/lib/notices/topics";

/** A receiver while it is entered: times as they are typed, and kept while quiet hours are switched off. */
export type ReceiverDraft = Omit<ReceiverEntry, "quiet"> & { hasQuiet: boolean; from: string; to: string };

const usualNight = { from: 22 * 60, to: 7 * 60 };

/** Where entering begins: told of everything, at any time. */
export function blankDraft(locale: Locale): ReceiverDraft {
  return draftOf({ address: "", locale, topics: [...noticeTopics], quiet: null });
}

export function draftOf({ quiet, ...entry }: ReceiverEntry): ReceiverDraft {
  const { from, to } = quiet ?? usualNight;
  return { ...entry, hasQuiet: quiet !== null, from: writeClock(from), to: writeClock(to) };
}

/** What was entered. A time that is none counts as midnight: the browser asks for it before. */
export function entryOf({ hasQuiet, from, to, ...entry }: ReceiverDraft): ReceiverEntry {
  return { ...entry, quiet: hasQuiet ? { from: readClock(from) ?? 0, to: readClock(to) ?? 0 } : null };
}
