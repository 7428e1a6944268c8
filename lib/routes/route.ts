import type { Route } from "next";

/**
 * An address with parts filled in, as a plain `Route`. The compiler still checks that there is such a page; what it cannot
 * do by itself is to keep such an address in a variable, hence the one conversion here.
 */
export function route<Path extends string>(path: Route<Path>): Route {
  return path as Route;
}
