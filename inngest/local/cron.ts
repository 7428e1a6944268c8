type Field = { name: string; first: number; last: number; words?: readonly string[] };

const fields: readonly [Field, Field, Field, Field, Field] = [
  { name: "minute", first: 0, last: 59 },
  { name: "hour", first: 0, last: 23 },
  { name: "day of the month", first: 1, last: 31 },
  { name: "month", first: 1, last: 12, words: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] },
  { name: "day of the week", first: 0, last: 7, words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] },
];

export type CronSchedule = {
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  daysOfMonth: ReadonlySet<number>;
  months: ReadonlySet<number>;
  daysOfWeek: ReadonlySet<number>;
  /** When both kinds of day are restricted, either of them is enough. */
  isEitherDay: boolean;
  isEveryHour: boolean;
  timeZone: string;
};

function readValue(text: string, field: Field): number {
  const word = field.words?.indexOf(text.toLowerCase()) ?? -1;
  const value = word >= 0 ? word + field.first : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= field.first && value <= field.last) return value;
  throw new Error(`"${text}" is not a ${field.name}`);
}

function readField(text: string, field: Field): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step, ...rest] = part.split("/");
    const [from = "", to, ...more] = range.split("-");
    if (rest.length > 0 || more.length > 0 || (from === "*" && to !== undefined)) throw new Error(`"${part}" is not a ${field.name}`);
    const first = from === "*" ? field.first : readValue(from, field);
    const last = to !== undefined ? readValue(to, field) : from === "*" || step !== undefined ? field.last : first;
    const stride = step === undefined ? 1 : /^[1-9]\d*$/.test(step) ? Number(step) : Number.NaN;
    if (Number.isNaN(stride) || last < first) throw new Error(`"${part}" is not a ${field.name}`);
    for (let value = first; value <= last; value += stride) values.add(value);
  }
  return values;
}

/**
 * Reads "minute hour day month weekday", with lists, ranges, steps and English names, optionally after "TZ=Area/City ".
 * Without a zone it is UTC.
 * @throws Error with a sentence that names what is wrong
 */
export function parseCron(expression: string): CronSchedule {
  const [, timeZone = "UTC", rest = ""] = /^(?:TZ=(\S+)\s+)?(.*)$/.exec(expression.trim()) ?? [];
  const [minute, hour, dayOfMonth, month, dayOfWeek, ...surplus] = rest.split(/\s+/);
  if (minute === undefined || hour === undefined || dayOfMonth === undefined || month === undefined || dayOfWeek === undefined || surplus.length > 0) {
    throw new Error(`"${expression}" has not five fields`);
  }
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch {
    throw new Error(`"${timeZone}" is not a time zone`);
  }
  const daysOfWeek = readField(dayOfWeek, fields[4]);
  if (daysOfWeek.has(7)) daysOfWeek.add(0);
  return {
    minutes: readField(minute, fields[0]),
    hours: readField(hour, fields[1]),
    daysOfMonth: readField(dayOfMonth, fields[2]),
    months: readField(month, fields[3]),
    daysOfWeek,
    isEitherDay: !dayOfMonth.startsWith("*") && !dayOfWeek.startsWith("*"),
    isEveryHour: hour === "*",
    timeZone,
  };
}

const minuteLength = 60_000;
/** The rarest date, 29 February, is at most eight years away. */
const horizon = 9 * 366 * 24 * 60 * minuteLength;

/**
 * The first moment after `after` that the schedule names. Times that the start of summer time skips do not occur;
 * of those that its end repeats, the first counts, unless the schedule means every hour.
 * @throws Error when it never occurs (30 February)
 */
export function nextOccurrence(schedule: CronSchedule, after: Date): Date {
  const readClock = clockReader(schedule.timeZone);
  const last = after.getTime() + horizon;
  let moment = Math.floor(after.getTime() / minuteLength + 1) * minuteLength;
  while (moment < last) {
    const clock = readClock(moment);
    const isMonthDay = schedule.daysOfMonth.has(clock.day);
    const isWeekDay = schedule.daysOfWeek.has(clock.weekday);
    const isDay = schedule.months.has(clock.month) && (schedule.isEitherDay ? isMonthDay || isWeekDay : isMonthDay && isWeekDay);
    if (!isDay || !schedule.hours.has(clock.hour)) moment += (60 - clock.minute) * minuteLength;
    else if (!schedule.minutes.has(clock.minute) || (!schedule.isEveryHour && isRepeated(readClock, moment))) moment += minuteLength;
    else return new Date(moment);
  }
  throw new Error("The schedule never occurs.");
}

type Clock = { month: number; day: number; weekday: number; hour: number; minute: number };

function clockReader(timeZone: string): (moment: number) => Clock {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", weekday: "short", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  return (moment) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value]));
    const weekday = fields[4].words?.indexOf((parts["weekday"] ?? "").toLowerCase()) ?? -1;
    return { month: Number(parts["month"]), day: Number(parts["day"]), weekday, hour: Number(parts["hour"]), minute: Number(parts["minute"]) };
  };
}

/** Whether the clock on the wall has shown this time an hour (or half an hour) ago already. */
function isRepeated(readClock: (moment: number) => Clock, moment: number): boolean {
  const now = readClock(moment);
  return [30, 60].some((minutes) => {
    const before = readClock(moment - minutes * minuteLength);
    return before.hour === now.hour && before.minute === now.minute;
  });
}
