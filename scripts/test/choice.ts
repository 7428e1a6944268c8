const stageOfWord = new Map([
  ["lint", "lint"],
  ["types", "type check"],
  ["unit", "unit tests"],
  ["browser", "browser tests"],
  ["start", "start and stop"],
]);

export type Choice = { isChosen(stage: string): boolean; readonly filters: readonly string[] };

/**
 * What to run: everything, or the stages named (`lint`, `types`, `unit`, `browser`, `start`); other words choose files by a part
 * of their name. `npm test -- browser sign-in` runs the browser tests whose files have "sign-in" in their name.
 */
export function readChoice(words: readonly string[]): Choice {
  const stages = words.flatMap((word) => stageOfWord.get(word) ?? []);
  return {
    isChosen: (stage) => stages.length === 0 || stages.includes(stage),
    filters: words.filter((word) => !stageOfWord.has(word)),
  };
}
