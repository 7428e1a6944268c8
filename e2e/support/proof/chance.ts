/** Random numbers that a seed repeats, so that a failure can be brought about again. */
export type Chance = {
  /** At least `from`, less than `to`. */
  between(from: number, to: number): number;
  shuffle<Item>(items: readonly Item[]): Item[];
};

/** A generator of the kind "mulberry32": small, and even enough to pick moments and orders. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + next() * (to - from),
    shuffle: (items) => items.map((item) => ({ item, place: next() })).sort((one, other) => one.place - other.place).map(({ item }) => item),
  };
}
