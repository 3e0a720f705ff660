import { gunzipSync } from "node:zlib";
import type { RouteConfigEntry } from "@react-router/dev/routes";

/** What a crawl has read: each address with the text of its answer, as often as it was asked. */
export interface Crawled {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

/** As many addresses of one page are followed: filters are combined without end. */
const MOST_PER_PAGE = 40;

/** Every address that the routes name, with these values for their parameters; what belongs to the office is left out. */
export function addressesOf(
  routes: readonly RouteConfigEntry[],
  values: Readonly<Record<string, readonly string[]>>,
): string[] {
  const found: string[] = [];
  const walk = (entries: readonly RouteConfigEntry[], base: string) => {
    for (const { path = "", children } of entries) {
      const full = `${base}/${path}`.replaceAll("//", "/");
      found.push(full === "" ? "/" : full);
      if (children) walk(children, full);
    }
  };
  walk(routes, "");
  const filled = found.flatMap((address) => fill(address, values));
  return [...new Set(filled)].filter((address) => !address.startsWith("/office") && !address.includes("*"));
}

function fill(address: string, values: Readonly<Record<string, readonly string[]>>): string[] {
  const [whole, name = ""] = /:(\w+)\??/.exec(address) ?? [];
  if (!whole) return [address];
  return (values[name] ?? ["1"]).flatMap((value) => fill(address.replace(whole, value), values));
}

/** Reads every address and all that they lead to, each twice, so that kept copies are read too. */
export async function crawl(base: string, starts: readonly string[]): Promise<Crawled[]> {
  const waiting = [...starts];
  const known = new Set(starts);
  const perPage = new Map<string, number>();
  const read: Crawled[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await fetch(base + path, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
      const target = answer.headers.get("location") ?? "";
      read.push({ path, status: answer.status, text: `${[...answer.headers].join("\n")}\n${text}` });
      for (const next of linksIn(`${text} "${target}"`, base, path)) {
        const page = next.replace(/\?.*$/, "");
        const seen = perPage.get(page) ?? 0;
        if (known.has(next) || seen >= MOST_PER_PAGE || page.startsWith("/office")) continue;
        perPage.set(page, seen + 1);
        known.add(next);
        waiting.push(next);
      }
    }
  }
  return read;
}

/** Every address of the same site that stands in an answer, whatever its format: links, sources, forms that ask. */
function linksIn(text: string, base: string, from: string): string[] {
  const plain = text.replaceAll("&amp;", "&").replaceAll("\\/", "/");
  const found = [
    ...plain.matchAll(/(?:["'>(]|\s)((?:https?:\/\/[^"'<>\s)\\]+)|\/[^"'<>\s)\\]*|\?[^"'<>\s)\\]*)(?=["'<)\s\\])/g),
  ];
  return found.flatMap(([, link = ""]) => {
    try {
      const url = new URL(link, base + from);
      return url.origin === new URL(base).origin ? [url.pathname + url.search] : [];
    } catch {
      return [];
    }
  });
}
