import { spreadNumber } from "@/lib/sync/schedule";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Complete reads begin between one and five in the morning, where the account is. */
const NIGHT_BEGINS = 1;
const NIGHT_MINUTES = 4 * 60;
/** A computer that is off at night makes up for it by day. */
const OVERDUE = 36 * HOUR;

/** The last moment up to now at which the complete read of a connection was due; spread over the night. */
export function lastNightlySlot(connectionId: string, now: Date, timeZone: string): Date {
  const minutes = NIGHT_BEGINS * 60 + (spreadNumber(connectionId) % NIGHT_MINUTES);
  const wallClock = now.getTime() + offsetOf(now, timeZone);
  const midnight = Math.floor(wallClock / (24 * HOUR)) * 24 * HOUR;
  const today = fromWallClock(midnight + minutes * MINUTE, timeZone);
  return today <= now ? today : fromWallClock(midnight - 24 * HOUR + minutes * MINUTE, timeZone);
}

/** Whether a connection's next sync is to read everything: once a night, or later when the night was missed. */
export function isNightlyDue({ id, timeZone, lastNightlyAt }: { id: string; timeZone: string; lastNightlyAt: Date }, now: Date): boolean {
  const slot = lastNightlySlot(id, now, timeZone);
  if (lastNightlyAt >= slot) return false;
  return now.getTime() - slot.getTime() < NIGHT_MINUTES * MINUTE || now.getTime() - lastNightlyAt.getTime() > OVERDUE;
}

/** Milliseconds that clocks in the zone are ahead of UTC. */
function offsetOf(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const wallClock = Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"] ?? 1, part["hour"] ?? 0, part["minute"] ?? 0, part["second"] ?? 0);
  return wallClock - Math.floor(moment.getTime() / 1000) * 1000;
}

function fromWallClock(wallClock: number, timeZone: string): Date {
  return new Date(wallClock - offsetOf(new Date(wallClock), timeZone));
}
