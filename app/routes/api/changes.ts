import { listAmendments } from "../../../db/amendments.ts";
import { type Call, endpoint, limit, readQuery, shareable } from "../../http/api-call.ts";
import { changesQuery } from "../../http/api-inputs.ts";
import { changesJson } from "../../http/api-register.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** You said, we did: the acts that amended reported provisions, the latest in force first. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const { limit: most, cursor = null } = readQuery(call, changesQuery);
  const { store, env } = call.portal;
  const { items, nextCursor } = await listAmendments(store.read, ["published"], cursor, most);
  return shareable(call, { items: await changesJson(store.read, items, env.PUBLIC_URL), nextCursor });
}
