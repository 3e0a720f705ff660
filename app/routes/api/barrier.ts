import { localDate } from "../../domain/calendar.ts";
import { drafterOf } from "../../../db/laws.ts";
import { amendmentsOf } from "../../../db/register-entries.ts";
import { facetsOn, findEntry, outcomesOn } from "../../../db/register-lists.ts";
import { type Call, endpoint, limit, refuse, shareable } from "../../http/api-call.ts";
import { barrierJson } from "../../http/api-register.ts";
import { referenceLists } from "../../http/reference-lists.ts";

const answer = endpoint({ GET: readBarrier }, { open: true });
export const loader = answer;
export const action = answer;

/** One provision of the register. What is unknown, what is not public and what never was are the same 404. */
async function readBarrier(call: Call): Promise<Response> {
  limit(call, "api");
  const { store, clock, env } = call.portal;
  const { document = "", provision = "" } = call.params;
  const found = await findEntry(store.read, document.slice(0, 80), provision.slice(0, 120));
  if (!found) return refuse(call, "not-found");
  const { entry, law } = found;
  const now = clock();
  const more = {
    drafter: await drafterOf(store.read, law, localDate(now)),
    facets: await facetsOn(store.read, entry.id),
    outcomes: await outcomesOn(store.read, entry.id),
    amendments: await amendmentsOf(store.read, entry.id),
  };
  const lists = await referenceLists(store, now);
  return shareable(call, barrierJson(found, more, lists, localDate(now), env.PUBLIC_URL));
}
