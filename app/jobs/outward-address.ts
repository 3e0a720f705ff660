import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Networks that are not the public internet, by the registries of special addresses (RFC 6890 and its successors). */
const inner = new BlockList();
for (const network of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
])
  addTo(inner, network, "ipv4");
// Within the part of IPv6 that is given out: what tunnels IPv4, and what is kept for documents and tests.
for (const network of ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]) addTo(inner, network, "ipv6");
const outer = new BlockList();
addTo(outer, "2000::/3", "ipv6");

function addTo(list: BlockList, network: string, family: "ipv4" | "ipv6"): void {
  const [address = "", bits = ""] = network.split("/");
  list.addSubnet(address, Number(bits), family);
}

/** True for an address of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inner.check(address, "ipv4");
  return family === 6 && outer.check(address, "ipv6") && !inner.check(address, "ipv6");
}

export interface Resolved {
  readonly address: string;
  readonly family: number;
}
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

const resolveName: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Where an address leads at this moment: what is connected to is exactly this,
 * whatever the name leads to a moment later. Null when it is not https or one
 * of its addresses is not of the public internet, unless the operator has
 * allowed its origin.
 */
export async function addressOf(
  url: URL,
  allowed: readonly string[],
  resolve: Resolve = resolveName,
): Promise<Resolved | null> {
  const trusted = allowed.includes(url.origin);
  if (url.protocol !== "https:" && !trusted) return null;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) > 0 ? [{ address: host, family: isIP(host) }] : await resolve(host);
  if (!trusted && !found.every(({ address }) => isPublicAddress(address))) return null;
  return found[0] ?? null;
}
