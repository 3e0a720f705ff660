import { stopFollowing } from "../../commands/stop-following.ts";
import { stopLists } from "../../commands/stop-lists.ts";
import { followerOfToken } from "../../../db/followers.ts";
import { listFollowerOfToken } from "../../../db/list-followers.ts";
import { portalContext, sourceContext } from "../../http/context.ts";
import { notFound, perform } from "../../http/perform.ts";
import type { Route } from "./+types/unsubscribe";

/** Nothing is stopped by reading: programs open links. */
export function loader() {
  throw notFound();
}

/** Stops what a mail came for, by the one POST of a mail program (RFC 8058); the same answer whether there was anything to stop. */
export async function action({ params, context }: Route.ActionArgs): Promise<Response> {
  const { store, limiter } = context.get(portalContext);
  const wait = limiter.take("lookup", context.get(sourceContext));
  if (wait > 0) return new Response(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const token = params.token.slice(0, 100);
  const follower = await followerOfToken(store.read, token);
  const list = follower ? null : await listFollowerOfToken(store.read, token);
  const done = follower
    ? await perform(context, stopFollowing, { followerId: follower.id })
    : list && (await perform(context, stopLists, { id: list.id, only: null }));
  if (done && !done.ok) return new Response(null, { status: 503, headers: { "Retry-After": "10" } });
  return new Response(null, { status: 204 });
}
