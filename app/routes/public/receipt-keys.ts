import { portalContext } from "../../http/context.ts";
import { publishedKeys } from "../../http/receipt-check.ts";
import type { Route } from "./+types/receipt-keys";

const open = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=3600" };

/** The keys by which receipts are verified: all of them as JSON, or one as PEM (the present one unless `?key=` names it). */
export function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const keys = publishedKeys(context.get(portalContext).store.read.keys);
  if (url.pathname.endsWith(".json")) {
    const headers = { ...open, "Content-Type": "application/json; charset=utf-8" };
    return new Response(`${JSON.stringify({ keys }, null, 2)}\n`, { headers });
  }
  const wanted = url.searchParams.get("key");
  const key = keys.find(({ keyId, current }) => (wanted === null ? current : keyId === wanted));
  if (!key) return new Response("no such key\n", { status: 404, headers: { "Content-Type": "text/plain" } });
  // Programs skip what stands before the first line of a PEM block.
  const text = `Key-Id: ${key.keyId}\nAlgorithm: ${key.algorithm}\n\n${key.pem}`;
  return new Response(text, { headers: { ...open, "Content-Type": "application/x-pem-file" } });
}
