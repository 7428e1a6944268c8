import { ApiProblem } from "./problem";

/** Splits at commas; with escapes a comma behind a backslash belongs to the value. */
function splitList(text: string, hasEscapes: boolean): string[] {
  if (!hasEscapes) return text.split(",");
  return text.split(/(?<!\\),/).map((value) => value.replaceAll("\\,", ","));
}

/** The query of a request. A filter is a comma list or an array (`number[]=1&number[]=2`). */
export class Query {
  constructor(
    private readonly parameters: URLSearchParams,
    /** The request came with `X-Easybill-Escape: true`. */
    private readonly hasEscapes: boolean,
  ) {}

  /** The wanted values of a filter; undefined when it is not used. */
  values(name: string): readonly string[] | undefined {
    const list = this.parameters.getAll(`${name}[]`);
    if (list.length > 0) return list;
    const text = this.parameters.get(name);
    return text === null || text === "" ? undefined : splitList(text, this.hasEscapes);
  }

  flag(name: string): boolean {
    return ["1", "true"].includes(this.parameters.get(name) ?? "");
  }

  integer(name: string, fallback: number, greatest: number): number {
    const text = this.parameters.get(name);
    if (text === null) return fallback;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > greatest) throw new ApiProblem(400, `${name} must be a number from 1 to ${greatest}`);
    return value;
  }
}
