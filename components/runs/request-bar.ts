type Timed = { startedAt: string; duration: number };

/** Where a request stands in the time that all of them took, and how long it was: per cent of the whole. */
export function barOf(request: Timed, all: readonly Timed[]): { left: number; width: number } {
  const begin = Math.min(...all.map(startOf));
  const whole = Math.max(...all.map((one) => startOf(one) + one.duration)) - begin;
  if (whole <= 0) return { left: 0, width: 100 };
  return { left: (100 * (startOf(request) - begin)) / whole, width: (100 * request.duration) / whole };
}

function startOf({ startedAt }: Timed): number {
  return new Date(startedAt).getTime();
}
