/** EasyBill's days begin in Berlin. */
const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit" });

const dayInMilliseconds = 86_400_000;

/** The day in Berlin of a moment, and so many days later: YYYY-MM-DD. */
export function berlinDay(moment: Date, daysLater = 0): string {
  // Noon of the day, so that an hour of summer time makes no difference.
  const noon = Date.parse(`${calendar.format(moment)}T12:00:00Z`);
  return new Date(noon + daysLater * dayInMilliseconds).toISOString().slice(0, 10);
}
