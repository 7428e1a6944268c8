/** How long an issue stays silent: a day, a week, or until it is resolved. */
export const muteLengths = ["day", "week", "resolved"] as const;
export type MuteLength = (typeof muteLengths)[number];
