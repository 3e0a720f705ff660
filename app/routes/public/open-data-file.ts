import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { answerOpenData } from "../../http/open-data-answers.ts";
import { plainPage } from "../../http/plain-page.ts";
import type { Route } from "./+types/open-data-file";

/** A file of open data, the dictionary, the manifest or the checksums. What is not in the list is not found. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const seconds = portal.limiter.take("open-data", context.get(sourceContext));
  if (seconds > 0) return new Response(null, { status: 429, headers: { "Retry-After": String(seconds) } });
  const answer = await answerOpenData(portal, request, params.file);
  if (answer) return answer;
  const { type, body } = plainPage(404, context.get(langContext), new URL(request.url).pathname);
  return new Response(body, { status: 404, headers: { "Content-Type": type, "Cache-Control": "no-store" } });
}
