import { mixSeed, Random } from "../../core/generator/random";
import type { Login } from "../data/records/login";
import type { GeneratedRecords } from "../data/table";
import { firstNames, surnames } from "./german-names";

const asciiLetters = [["ä", "ae"], ["ö", "oe"], ["ü", "ue"], ["ß", "ss"]] as const;

function toMailName(name: string): string {
  return asciiLetters.reduce((text, [letter, plain]) => text.replaceAll(letter, plain), name.toLowerCase()).normalize("NFKD").replaceAll(/[^a-z]/g, "");
}

/** The people of a company; the first is its administrator. One in six has no e-mail address. */
export function loginsOf(seed: number, firstId: number, count: number): GeneratedRecords<Login> {
  const recordAt = (index: number): Login => {
    const random = new Random(mixSeed(seed, index, 31));
    const [first, last] = [random.pick(firstNames), random.pick(surnames)];
    const email = index % 6 === 5 ? "" : `${toMailName(first)}.${toMailName(last)}${index + 1}@demo.example`;
    return {
      id: firstId + index,
      first_name: first,
      last_name: last,
      display_name: `${first} ${last}`,
      phone: `+49 40 ${random.between(100_000, 999_999)}`,
      email,
      login_type: index === 0 ? "ADMIN" : "ASSISTANT",
      locale: "de",
      time_zone: "Europe/Berlin",
    };
  };
  return { count, recordAt };
}
