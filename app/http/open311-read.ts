import { readCaseCode } from "../domain/case-code.ts";
import { filedAmong, listPublished, type Open311Key, publishedAmong } from "../../db/open311.ts";
import { answer, commaList, type GeoCall, keyOf, publicAnswer, refuse } from "./open311-call.ts";
import { list } from "./open311-format.ts";
import { readFilter, readSlice, wantsExtensions } from "./open311-query.ts";
import { requestParts, type Shown, shownToAll, shownToFiler } from "./open311-view.ts";

/** The most requests that one call may name. */
const MOST_IDS = 200;

/** `GET requests`: what is published; by id also what the key has filed. */
export async function listRequests(call: GeoCall): Promise<Response> {
  const key = await keyOf(call, false);
  const named = call.given.one("service_request_id");
  // Ids override every other parameter, wrong ones included.
  const items = named === null ? await published(call) : await byIds(call, commaList(named), key);
  return send(call, items, key);
}

async function published(call: GeoCall): Promise<Shown[]> {
  const slice = readSlice(call);
  const filter = await readFilter(call);
  return (await listPublished(call.portal.store.read, filter, slice)).map(shownToAll);
}

/** `GET requests/{id}`: the same list with one entry. */
export async function readRequest(call: GeoCall, id: string): Promise<Response> {
  const key = await keyOf(call, false);
  const items = await byIds(call, [id], key);
  return items.length === 0 ? refuse(call, 404, [["unknownRequest"]]) : send(call, items, key);
}

/** `GET tokens/{token}`: this portal answers a request with its id at once, so an id is its own token. */
export async function resolveToken(call: GeoCall, token: string): Promise<Response> {
  const key = await keyOf(call, false);
  const [item] = await byIds(call, [token], key);
  if (!item) return refuse(call, 404, [["unknownToken"]]);
  return answer(call, "service_requests", list("request", [{ service_request_id: item.code, token }]));
}

/** Those of the ids that everybody may see, or this key; any spelling of a code. */
async function byIds(call: GeoCall, ids: readonly string[], key: Open311Key | null): Promise<Shown[]> {
  if (ids.length > MOST_IDS) throw refuse(call, 400, [["tooManyIds", { most: MOST_IDS }]]);
  const codes = [...new Set(ids.flatMap((id) => readCaseCode(id.slice(0, 60)) ?? []))];
  const db = call.portal.store.read;
  const all = await publishedAmong(db, codes);
  const own = key ? await filedAmong(db, codes, key.tokenId) : [];
  const mine = new Set(own.map(({ row }) => row.code));
  const items = [
    ...all.filter(({ code }) => !mine.has(code)).map(shownToAll),
    ...own.map((filed) => shownToFiler(filed, all.find(({ code }) => code === filed.row.code) ?? null)),
  ];
  return items.sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime());
}

async function send(call: GeoCall, items: readonly Shown[], key: Open311Key | null): Promise<Response> {
  const part = await requestParts(call, items, wantsExtensions(call));
  return key ? answer(call, "service_requests", part) : publicAnswer(call, "service_requests", part);
}
