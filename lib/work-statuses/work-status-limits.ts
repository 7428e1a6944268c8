/** Highest code there can be. */
export const maximumCode = 9_999;
/** Characters of a name. */
export const maximumName = 60;

export function isStatusCode(code: number): boolean {
  return Number.isInteger(code) && code >= 0 && code <= maximumCode;
}

/** Whether a work status may be called so; blanks around it do not count. */
export function isStatusName(name: string): boolean {
  const { length } = name.trim();
  return length >= 1 && length <= maximumName;
}
