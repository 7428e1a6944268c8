/**
 * Reads a GET route of this application. `Data` is what that route's handler returns. Where the session has ended, the
 * page is loaded again, which leads to the sign-in page and back.
 * @throws Error with the status when the answer is not a good one
 */
export async function fetchJson<Data>(address: string, signal: AbortSignal): Promise<Data> {
  const answer = await fetch(address, { signal, headers: { accept: "application/json" } });
  if (answer.status === 401) location.reload();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const data: Data = await answer.json();
  return data;
}
