import { joinLines, lineOf } from "./text";

type Named = { company_name?: string | null; title?: string | null; first_name?: string | null; last_name?: string | null; personal?: boolean | null };

/** What a customer or contact is called, and the person to turn to where that is not the same. */
export type ReadName = { name: string | null; attention: string | null };

/** A company by its name, a private person by theirs; each by the other where it is all there is. */
export function readName({ company_name, title, first_name, last_name, personal }: Named): ReadName {
  const company = lineOf(company_name);
  const hasPerson = joinLines([first_name, last_name]) !== null;
  const person = hasPerson ? joinLines([title, first_name, last_name]) : null;
  if (personal === true && person !== null) return { name: person, attention: null };
  return company === null ? { name: person, attention: null } : { name: company, attention: person };
}
