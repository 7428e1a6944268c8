import type { SearchParams } from "@/lib/paging/list-request";

export type ListAddress = `?${string}`;

/** Parameters that say where a page begins: they go whenever search, filter or order change. */
const positions = ["after", "before"];

/** The address of the same list with some parameters changed; null takes one away. */
export function listAddress(parameters: SearchParams, changes: Record<string, string | null>): ListAddress {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first && !positions.includes(name)) kept.set(name, first);
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") kept.delete(name);
    else kept.set(name, value);
  }
  return `?${kept.toString()}`;
}
