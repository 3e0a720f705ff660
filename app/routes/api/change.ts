import { findAmendment } from "../../../db/amendments.ts";
import { type Call, endpoint, limit, refuse, shareable } from "../../http/api-call.ts";
import { changesJson } from "../../http/api-register.ts";

const answer = endpoint({ GET: readChange }, { open: true });
export const loader = answer;
export const action = answer;

/** One act that amended reported provisions; only a published one is found. */
async function readChange(call: Call): Promise<Response> {
  limit(call, "api");
  const { store, env } = call.portal;
  const { id = "" } = call.params;
  const amendment = /^\d{1,12}$/.test(id) ? await findAmendment(store.read, Number(id)) : null;
  if (amendment?.state !== "published") return refuse(call, "not-found");
  const [change] = await changesJson(store.read, [amendment], env.PUBLIC_URL);
  return shareable(call, change);
}
