import { readCaseCode } from "../../domain/case-code.ts";
import { publicView } from "../../../db/case-views.ts";
import { publicLeadOf } from "../../../db/merges.ts";
import { findPublication } from "../../../db/publications.ts";
import { entriesOfCase } from "../../../db/register-lists.ts";
import { segmentsOfPublication } from "../../../db/segments.ts";
import { type Call, endpoint, json, limit, refuse, shareable } from "../../http/api-call.ts";
import { provisionJson } from "../../http/api-register.ts";
import { publicJson } from "../../http/api-views.ts";

const answer = endpoint({ GET: readCase }, { open: true });
export const loader = answer;
export const action = answer;

/** One published case in both languages; of one that goes on under another, where that case is. */
async function readCase(call: Call): Promise<Response> {
  limit(call, "api");
  const { store, clock, env } = call.portal;
  const code = readCaseCode((call.params.code ?? "").slice(0, 60));
  const publication = code === null ? null : await findPublication(store.read, code);
  const view = publication ? await publicView(store.read, publication, clock()) : null;
  if (view) {
    const segments = await segmentsOfPublication(store.read, view.publication);
    const { kind, caseId } = view.publication;
    const named = kind === "barrier" ? await entriesOfCase(store.read, caseId) : [];
    const provisions = named.map((found) => provisionJson(found, env.PUBLIC_URL));
    return shareable(call, publicJson(view, segments, provisions, env.PUBLIC_URL));
  }
  const leadCode = code === null ? null : await publicLeadOf(store.read, code);
  if (code === null || leadCode === null) return refuse(call, "not-found");
  const Location = `${env.PUBLIC_URL}/api/v1/cases/${leadCode}`;
  return json({ code, leadCode }, 303, { Location, "Cache-Control": "public, max-age=60" });
}
