import { listTakedowns } from "../../../db/takedowns.ts";
import { type Call, endpoint, limit, readQuery, shareable } from "../../http/api-call.ts";
import { rowsQuery } from "../../http/api-inputs.ts";
import { takedownJson } from "../../http/api-register.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The public log of what was taken down or masked later, when and why; never which case. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const { limit: most, cursor = null } = readQuery(call, rowsQuery);
  const { items, nextCursor } = await listTakedowns(call.portal.store.read, cursor, most);
  return shareable(call, { items: items.map(takedownJson), nextCursor });
}
