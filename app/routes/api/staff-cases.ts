import { mayEver } from "../../domain/permissions.ts";
import { searchWords } from "../../domain/text.ts";
import { listQueue } from "../../../db/queue.ts";
import { type Call, endpoint, json, limit, readQuery, refuse } from "../../http/api-call.ts";
import { queueQuery } from "../../http/api-inputs.ts";
import { queueJson, staffOf } from "../../http/api-staff.ts";
import { queueFilter } from "../../http/queue-filters.ts";
import { soonEnds } from "../../http/queue-views.ts";

const answer = endpoint({ GET: list });
export const loader = answer;
export const action = answer;

/** A view of the queue of the token's owner, narrowed and ordered as on the queue's page. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const actor = await staffOf(call);
  if (!mayEver(actor, "see-queue")) return refuse(call, "forbidden");
  const { view = "all", q, cursor = null, limit: most, sort, ...typed } = readQuery(call, queueQuery);
  const { store, clock } = call.portal;
  const now = clock();
  const soon = await soonEnds(store.read, now);
  const filter = await queueFilter(store.read, typed);
  const asked = { view, words: searchWords(q), filter, sort, cursor, limit: most, now, soon };
  const page = await listQueue(store.read, actor, asked);
  return json({ items: await queueJson(store.read, page.items, now), nextCursor: page.nextCursor });
}
