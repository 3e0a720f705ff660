import { readCaseCode } from "../../domain/case-code.ts";
import { publicLeadOf } from "../../../db/merges.ts";
import { findPublication } from "../../../db/publications.ts";
import { type Call, endpoint, json, limit, refuse, shareable } from "../../http/api-call.ts";
import { publicCaseJson } from "../../http/public-case.ts";

const answer = endpoint({ GET: readCase }, { open: true });
export const loader = answer;
export const action = answer;

/** One published case in both languages; of one that goes on under another, where that case is. */
async function readCase(call: Call): Promise<Response> {
  limit(call, "api");
  const { store, clock, env } = call.portal;
  const code = readCaseCode((call.params.code ?? "").slice(0, 60));
  const publication = code === null ? null : await findPublication(store.read, code);
  const found = publication && (await publicCaseJson(store.read, publication, env.PUBLIC_URL, clock()));
  if (found) return shareable(call, found);
  const leadCode = code === null ? null : await publicLeadOf(store.read, code);
  if (code === null || leadCode === null) return refuse(call, "not-found");
  const Location = `${env.PUBLIC_URL}/api/v1/cases/${leadCode}`;
  return json({ code, leadCode }, 303, { Location, "Cache-Control": "public, max-age=60" });
}
