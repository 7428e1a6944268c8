import { z } from "zod";
import type { Cursor, PassRequest } from "@/lib/connectors/connector";
import { daysToRead } from "./days-to-read";

const cursorSchema = z.object({
  /** When the pass began. */
  readAt: z.iso.datetime().transform((text) => new Date(text)),
  /** Numbers of the customers (R2220) that were blocked then; null when they were too many to keep. */
  blockedCustomers: z.array(z.string()).nullish(),
});

/** What a pass that reads only changes starts from; null when everything is to be read. */
export type ChangesPlan = { days: number; blockedBefore: ReadonlySet<string> | null };

export function planChanges({ mode, since }: Pick<PassRequest, "mode" | "since">, now: Date): ChangesPlan | null {
  if (mode === "complete") return null;
  const cursor = cursorSchema.safeParse(since);
  const days = cursor.success ? daysToRead(cursor.data.readAt, now) : null;
  if (!cursor.success || days === null) return null;
  const blocked = cursor.data.blockedCustomers;
  return { days, blockedBefore: blocked == null ? null : new Set(blocked) };
}

/** The `since` of the next pass. */
export function writeCursor(readAt: Date, blockedCustomers?: string[] | null): Cursor {
  return { readAt: readAt.toISOString(), ...(blockedCustomers === undefined ? {} : { blockedCustomers }) };
}
