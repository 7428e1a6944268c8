import type { APIRequestContext } from "@playwright/test";

/** What one address answered, as a page and as what the page's links would fetch. */
export type Answer = { address: string; status: number; text: string };

/** Of pages that differ only by an id, so many are looked at. */
const pagesOfOneForm = 3;

const links = /href=\\?"(\/[^"\\#]*)/g;
const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/**
 * Follows every link from these addresses on, and gives all answers: the HTML of each page, the payload its links fetch,
 * and what the addresses of `data` answer.
 */
export async function walkPages(request: APIRequestContext, starts: readonly string[], data: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  const seenForms = new Map<string, number>();
  const waiting = [...starts];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const form = new URL(address, "http://page").pathname.replace(ids, "id") + (address.includes("tab=") ? "?tab" : "");
    const times = seenForms.get(form) ?? 0;
    if (times >= pagesOfOneForm || answers.some((answer) => answer.address === address)) continue;
    seenForms.set(form, times + 1);
    const page = await ask(request, address);
    answers.push(page, await ask(request, address, { RSC: "1" }));
    waiting.push(...[...page.text.matchAll(links)].flatMap(([, path]) => (path && !path.startsWith("/_next") && !path.startsWith("/api/") ? [path.replaceAll("&amp;", "&")] : [])));
  }
  for (const address of data) answers.push(await ask(request, address));
  return answers;
}

async function ask(request: APIRequestContext, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await request.get(address, { headers });
  return { address, status: answer.status(), text: await answer.text() };
}
