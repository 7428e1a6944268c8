import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import type { AddressPolicy } from "@/lib/notices/webhook/address-policy";

/** The host leads, or also leads, to where nothing may be sent. */
export class PrivateAddressError extends Error {}

/** How a name is resolved; the answer holds every address it has. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

export const resolveByDns: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true, verbatim: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * Resolves a host for the socket that is being opened. The socket connects to one of these addresses and asks nobody again, so that a name which
 * answers otherwise a moment later changes nothing. One address that is not allowed is enough to refuse the host.
 */
export function checkedLookup({ allowsAddress }: AddressPolicy, resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || !addresses.every(({ address }) => allowsAddress(address))) return callback(new PrivateAddressError(host), "", 0);
        if (options.all === true) return callback(null, [...addresses]);
        return callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), "", 0),
    );
  };
}

/** Whether the host of an address is an IP address itself, for which a socket resolves nothing, and one that is not allowed. */
export function isForbiddenLiteral({ hostname }: URL, { allowsAddress }: AddressPolicy): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(host) && !allowsAddress(host);
}
