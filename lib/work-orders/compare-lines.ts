import type { ContentLine } from "@/lib/work-orders/work-order-content";
import type { FieldChange } from "@/lib/work-orders/work-order-events";

/** A line of the former content, and the one that has taken its place; places count from 0. */
type Pair = { before: number; after: number };

/**
 * What differs between two lists of lines. Equal lines belong together, then those with the same code in their order; of a pair
 * each field is told, of what is left the whole line. `position` is the place afterwards, of a line that went the one before.
 */
export function compareLines(before: readonly ContentLine[], after: readonly ContentLine[]): FieldChange[] {
  const pairs = pairUp(before, after);
  const changed = pairs.flatMap((pair) => comparePair(before[pair.before], after[pair.after], pair.after + 1));
  const [kept, placed] = [new Set(pairs.map((pair) => pair.before)), new Set(pairs.map((pair) => pair.after))];
  const gone = before.flatMap((line, index) => (kept.has(index) ? [] : [wholeLine(line, index + 1, "before")]));
  const added = after.flatMap((line, index) => (placed.has(index) ? [] : [wholeLine(line, index + 1, "after")]));
  const changes = [...changed, ...gone, ...added];
  if (changes.length > 0 || isInOrder(pairs)) return changes.sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
  return [{ field: "lineOrder", position: null, code: null, before: null, after: null }];
}

const keys = [(line: ContentLine) => JSON.stringify(Object.entries(line).sort()), (line: ContentLine) => `${line.type} ${codeOf(line)}`];

function pairUp(before: readonly ContentLine[], after: readonly ContentLine[]): Pair[] {
  const pairs: Pair[] = [];
  for (const keyOf of keys) {
    const paired = { before: new Set(pairs.map((pair) => pair.before)), after: new Set(pairs.map((pair) => pair.after)) };
    const waiting = new Map<string, number[]>();
    before.forEach((line, index) => {
      if (!paired.before.has(index)) waiting.set(keyOf(line), [...(waiting.get(keyOf(line)) ?? []), index]);
    });
    after.forEach((line, index) => {
      const found = paired.after.has(index) ? undefined : waiting.get(keyOf(line))?.shift();
      if (found !== undefined) pairs.push({ before: found, after: index });
    });
  }
  return pairs;
}

function isInOrder(pairs: readonly Pair[]): boolean {
  const places = [...pairs].sort((one, other) => one.after - other.after).map((pair) => pair.before);
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

function comparePair(before: ContentLine | undefined, after: ContentLine | undefined, position: number): FieldChange[] {
  if (!before || !after) return [];
  const valuesBefore = textsOf(before);
  return Object.entries(textsOf(after)).flatMap(([field, value]) => {
    const former = valuesBefore[field] ?? null;
    return former === value ? [] : [{ field, position, code: codeOf(after), before: former, after: value }];
  });
}

function wholeLine(line: ContentLine, position: number, side: "before" | "after"): FieldChange {
  return { field: line.type, position, code: codeOf(line), before: null, after: null, [side]: summaryOf(line) };
}

function codeOf(line: ContentLine): string {
  return line.type === "material" ? line.code : line.hourTypeCode;
}

/** `2 × Ball valve`, `1:30 Piet Bakker` */
function summaryOf(line: ContentLine): string {
  if (line.type === "material") return `${line.quantity} × ${line.name || line.code}`;
  const { totalMinutes, employeeName, employeeCode } = line;
  const hours = `${Math.trunc(totalMinutes / 60)}:${String(totalMinutes % 60).padStart(2, "0")}`;
  return [hours, employeeName ?? employeeCode].filter(Boolean).join(" ");
}

function textsOf({ type: _type, ...fields }: ContentLine): Record<string, string | null> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value === null ? null : String(value)]));
}
