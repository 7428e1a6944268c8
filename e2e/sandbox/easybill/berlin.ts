const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "medium" });

/** Formatting is slow, and the generated records share a thousand moments. */
const remembered = new Map<number, string>();
const rememberedAtMost = 5000;

/** A moment as the vendor writes it: `Y-m-d H:i:s` in Berlin. */
export function toBerlinDateTime(milliseconds: number): string {
  const known = remembered.get(milliseconds);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedAtMost) remembered.clear();
  const text = format.format(milliseconds);
  remembered.set(milliseconds, text);
  return text;
}

/** The day in Berlin, `Y-m-d`. */
export function toBerlinDate(milliseconds: number): string {
  return toBerlinDateTime(milliseconds).slice(0, 10);
}

/** The day this many days after another one. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
