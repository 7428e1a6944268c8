const written = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

/** How far Berlin's clock is ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(moment: number): number {
  return Date.parse(`${clock.format(moment).replace(" ", "T")}Z`) - Math.floor(moment / 1000) * 1000;
}

/** A date-time of EasyBill (Y-m-d H:i:s in Berlin) as a moment; null where it is none. In the hour that comes twice in autumn it is the second one. */
export function readBerlinTime(text: string | null): Date | null {
  const [, day, time] = written.exec(text?.trim() ?? "") ?? [];
  const asIfUtc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const guess = asIfUtc - aheadOfUtc(asIfUtc);
  return new Date(asIfUtc - aheadOfUtc(guess));
}
