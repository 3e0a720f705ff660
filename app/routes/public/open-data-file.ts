import { problem } from "../../http/api-problem.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { answerOpenData } from "../../http/open-data-answers.ts";
import type { Route } from "./+types/open-data-file";

/** A file of open data, the dictionary, the manifest or the checksums. What is not in the list is not found. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const lang = context.get(langContext);
  const seconds = portal.limiter.take("open-data", context.get(sourceContext));
  if (seconds > 0) return problem(lang, "too-many", { headers: { "Retry-After": String(seconds) } });
  return (await answerOpenData(portal, request, params.file, lang)) ?? problem(lang, "not-found");
}
