import { readCaseCode } from "../../domain/case-code.ts";
import { findCaseId } from "../../../db/cases.ts";
import { visibleVersions } from "../../../db/presence.ts";
import { markPresence, presenceInput } from "../../commands/mark-presence.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { attempt } from "../../http/perform.ts";
import type { Route } from "./+types/case-news";

const EVENTS = "text/event-stream";

/** News of one case as server-sent events, for whoever may see it and reads events: to all else the answer would never end. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { store, watch } = context.get(portalContext);
  const actor = context.get(actorContext);
  const id = await findCaseId(store.read, readCaseCode(params.code) ?? "");
  const seen = await visibleVersions(store.read, actor, [id]);
  if (actor.kind !== "staff" || !seen.has(id)) return new Response(null, { status: 404 });
  if (!request.headers.get("accept")?.includes(EVENTS)) return new Response(null, { status: 406 });
  return new Response(watch.open(actor, id), {
    headers: { "Content-Type": EVENTS, "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}

/** An open page says that it is there, that somebody is writing on it, or that it is put away. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await attempt(context, markPresence, presenceInput, { code: params.code, state: form.get("state") });
  return new Response(null, { status: done.ok ? 204 : done.status });
}
