import { portalContext } from "../../http/context.ts";
import type { Route } from "./+types/robots";

/** What machines are asked not to read: what belongs to one person, and lists without end. Nothing is hidden by it. */
const notForMachines = ["/office", "/uploads", "/*/track", "/*/receipt", "/*/me", "/*/followed", "/*?cursor="];

export function loader({ context }: Route.LoaderArgs) {
  const { env } = context.get(portalContext);
  const lines = ["User-agent: *", ...notForMachines.map((path) => `Disallow: ${path}`)];
  const body = `${lines.join("\n")}\n\nSitemap: ${env.PUBLIC_URL}/sitemap.xml\n`;
  return new Response(body, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
