import { findAgencyByCode } from "../../../db/agencies.ts";
import { latePublications } from "../../../db/late-publications.ts";
import { listProvinces } from "../../../db/places.ts";
import type { Db } from "../../../db/store.server.ts";
import { type Call, endpoint, limit, readQuery, refuse, shareable } from "../../http/api-call.ts";
import { lateCasesQuery } from "../../http/api-inputs.ts";
import { publishedJson } from "../../http/api-lists.ts";

const answer = endpoint({ GET: list }, { open: true });
export const loader = answer;
export const action = answer;

/** The published cases of an agency or a province that are late now, the longest late first. */
async function list(call: Call): Promise<Response> {
  limit(call, "api");
  const { limit: most, cursor } = readQuery(call, lateCasesQuery);
  const { store, clock } = call.portal;
  const of = await placeOf(store.read, call.params.axis ?? "", (call.params.code ?? "").slice(0, 60));
  if (!of) return refuse(call, "not-found");
  const { items, nextCursor } = await latePublications(store.read, of, clock(), most, cursor);
  return shareable(call, { items: await publishedJson(call, items), nextCursor });
}

/** Whose cases are asked for; null where there is nobody of this code. */
async function placeOf(db: Db, axis: string, code: string) {
  if (axis === "agencies") {
    const agency = await findAgencyByCode(db, code);
    return agency && { agencyId: agency.id };
  }
  const province = axis === "provinces" && (await listProvinces(db)).find((known) => known.code === code);
  return province ? { provinceCode: province.code } : null;
}
