import { challengeFor } from "../../http/admission.ts";
import { portalContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import type { Route } from "./+types/work";

/** A new challenge of the proof of work, for a page that stood open until the old one ended. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { env } = context.get(portalContext);
  const challenge = challengeFor(context, readFormToken(request, env.PUBLIC_URL));
  return new Response(challenge, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
