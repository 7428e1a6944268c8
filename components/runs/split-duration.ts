/** Milliseconds as whole hours, minutes and seconds; what took less than a second took one. */
export function splitDuration(milliseconds: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(1, Math.round(milliseconds / 1_000));
  return { hours: Math.floor(total / 3_600), minutes: Math.floor((total % 3_600) / 60), seconds: total % 60 };
}
