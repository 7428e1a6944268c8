/**
 * The rules of a form, which are too much for the script of a page. They are fetched when somebody first types into the form, so that they
 * are there once something is to be checked. `get` gives null where they cannot be had: the server checks everything again.
 */
export function lateRules<Rules>(load: () => Promise<Rules>) {
  const get = (): Promise<Rules | null> => load().catch(() => null);
  return { get, fetchAhead: () => void get() };
}
