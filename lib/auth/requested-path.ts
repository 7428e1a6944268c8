/** Set by the proxy on every request to a page, because a server component cannot see the address it is shown at. */
export const requestedPathHeader = "x-outsmart-path";
