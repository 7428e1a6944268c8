import ipaddr from "ipaddr.js";

/** Where webhooks may go. Tests hand over their own; this application has {@link publicAddresses} alone. */
export type AddressPolicy = { allowsProtocol: (protocol: string) => boolean; allowsAddress: (address: string) => boolean };

/** Only over TLS, and only to the public internet: whoever may enter an address must not be able to reach what stands beside this server. */
export const publicAddresses: AddressPolicy = { allowsProtocol: (protocol) => protocol === "https:", allowsAddress: isPublicAddress };

/** The only IPv6 addresses that are handed out for the public internet. */
const globalUnicast = ipaddr.parseCIDR("2000::/3");

/** Looks public, and is where the machines of a cloud ask about themselves. */
const metadataAddresses = ["168.63.129.16"];

/**
 * Whether an IP address belongs to the public internet: not to this machine, a private or shared network, a link, a group, a cloud's service about
 * itself, or a range that is kept for something else. An IPv4 address that is written as an IPv6 one counts as what it is.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== "unicast" || metadataAddresses.includes(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/** An address as it can be stored, or why it cannot: what is no web address, carries a login or is not over TLS. What its host leads to is looked at when it is used. */
export function readWebhookAddress(text: string, { allowsProtocol }: AddressPolicy): URL | null {
  if (!URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  if (!allowsProtocol(url.protocol) || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url;
}
