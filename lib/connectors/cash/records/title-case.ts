/** Words that stay small inside the name of a place, in the languages of Cash's neighbours. */
const smallWords = new Set(
  "aan aen am an à bei bij da das de del della den der des di do dos du e el en ende et for het im in la las le les lez lès los of on onder op over sous sur te ten ter the to tot und upon van vom von voor y zum zur".split(" "),
);

const remembered = new Map<string, string>();
/** Names of places repeat thousands of times in one table. */
const greatestMemory = 5000;

/**
 * Cash sends places and countries in capitals; people read them better otherwise: `'S-GRAVENHAGE` → `'s-Gravenhage`, `BERGEN OP ZOOM` →
 * `Bergen op Zoom`, `IJSSELSTEIN` → `IJsselstein`. A text that is not all capitals is left as somebody wrote it.
 */
export function titleCase(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const written = makeTitleCase(text);
  if (remembered.size >= greatestMemory) remembered.clear();
  remembered.set(text, written);
  return written;
}

function makeTitleCase(text: string): string {
  const isAllCapitals = text === text.toUpperCase() && text !== text.toLowerCase();
  if (!isAllCapitals || text.length < 2) return text;
  let isFirst = true;
  return text.toLowerCase().replace(/(?<=^|[\s\-/(.])(['’]?)([\p{L}][\p{L}\p{M}]*)/gu, (_, apostrophe: string, word: string) => {
    const staysSmall = apostrophe !== "" ? word.length === 1 : !isFirst && smallWords.has(word);
    isFirst = false;
    return apostrophe + (staysSmall ? word : capitalise(word));
  });
}

/** The Dutch IJ is one letter. */
function capitalise(word: string): string {
  const length = word.startsWith("ij") ? 2 : 1;
  return word.slice(0, length).toUpperCase() + word.slice(length);
}
