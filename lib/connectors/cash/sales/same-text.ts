/** Cash gives texts back in capitals, cut, reformatted: only letters and digits say whether two are the same. */
const essence = (text: string) => text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();

/** Characters of which a text that was cut must still have so many. */
const shortestCut = 10;

/** Whether what Cash gives back may be what was sent: the same but for capitals, spaces and signs, or its beginning. */
export function isSameText(sent: string, found: string): boolean {
  const [expected, actual] = [essence(sent), essence(found)];
  return expected === actual || (actual.length >= shortestCut && expected.startsWith(actual));
}
