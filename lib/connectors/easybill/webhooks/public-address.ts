import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Networks that nobody reaches from outside. */
const closed = new BlockList();
for (const [network, prefix] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.168.0.0", 16]] as const) {
  closed.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [["::", 127], ["fc00::", 7], ["fe80::", 10]] as const) closed.addSubnet(network, prefix, "ipv6");

/** Endings of names that no public name server knows. */
const closedNames = /(^|\.)(localhost|local|lan|home|internal|intranet|corp|test|invalid|home\.arpa)$/;

function hostOf(address: string): { name: string; family: "ipv4" | "ipv6" | null } {
  const name = new URL(address).hostname.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const family = isIP(name);
  return { name, family: family === 4 ? "ipv4" : family === 6 ? "ipv6" : null };
}

/** Whether an address leads to this very machine. */
function isLoopback(address: string): boolean {
  const { name, family } = hostOf(address);
  return family === null ? /(^|\.)localhost$/.test(name) : loopback.check(name, family);
}

/** Whether somebody on the internet can call an address: https, and a host that is not of a closed network. */
function isPublic(address: string): boolean {
  const { name, family } = hostOf(address);
  if (new URL(address).protocol !== "https:") return false;
  return family === null ? name.includes(".") && !closedNames.test(name) : !closed.check(name, family);
}

/** Whether whoever stands at `from` can call `address`: its stand-in on this machine calls this machine. */
export function isReachable(address: string, from: string): boolean {
  return isPublic(address) || (isLoopback(from) && isLoopback(address));
}
