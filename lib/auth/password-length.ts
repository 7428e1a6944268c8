/** Characters. The upper limit keeps the cost of hashing what a stranger sends within bounds. */
export const passwordLength = { min: 10, max: 200 } as const;

/** Whether somebody may choose this password. Length is what counts; rules on kinds of characters only make people write them down. */
export function isPasswordLength(password: string): boolean {
  return password.length >= passwordLength.min && password.length <= passwordLength.max;
}
