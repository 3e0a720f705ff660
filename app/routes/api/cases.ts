import { createHash, randomUUID } from "node:crypto";
import { submitCase } from "../../commands/submit-case.ts";
import { checkInput } from "../../domain/check-input.ts";
import { submissionSchema } from "../../domain/forms.ts";
import { searchWords } from "../../domain/text.ts";
import { formOwner } from "../../../db/attachments.ts";
import { agencyNames, findAgencyByCode } from "../../../db/agencies.ts";
import { canonicalJson } from "../../../db/events.ts";
import { listPublications } from "../../../db/publication-lists.ts";
import { slowLane } from "../../http/admission.ts";
import { readJsonOrForm } from "../../http/api-body.ts";
import { type Call, endpoint, json, limit, readQuery, refuse, refuseAttempt, shareable } from "../../http/api-call.ts";
import { caseListQuery } from "../../http/api-inputs.ts";
import { publicSummaryJson } from "../../http/api-views.ts";
import { newFormToken } from "../../http/form-session.ts";
import type { Sender } from "../../http/own-files.ts";
import { perform } from "../../http/perform.ts";
import { dropUnfiled } from "../../http/receive-file.ts";

const answer = endpoint({ GET: listCases, POST: submit }, { open: true });
export const loader = answer;
export const action = answer;

/** The published cases, newest first. */
async function listCases(call: Call): Promise<Response> {
  limit(call, "api");
  const query = readQuery(call, caseListQuery);
  const { store, env } = call.portal;
  const agency = query.agency === undefined ? null : await findAgencyByCode(store.read, query.agency);
  if (query.agency !== undefined && !agency) return shareable(call, { items: [], nextCursor: null });
  const filter = {
    words: searchWords(query.q),
    kind: query.kind ?? null,
    status: query.status ?? null,
    field: query.field ?? null,
    provinceCode: query.province ?? null,
    agencyId: agency?.id ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
  };
  const page = await listPublications(store.read, filter, { cursor: query.cursor ?? null, limit: query.limit });
  const agencies = await agencyNames(
    store.read,
    page.items.map((item) => item.agencyId),
  );
  const agencyOf = (id: number | null) => (id === null ? null : (agencies.get(id) ?? null));
  const items = page.items.map((item) => publicSummaryJson(item, agencyOf(item.agencyId), env.PUBLIC_URL));
  return shareable(call, { items, nextCursor: page.nextCursor });
}

/** Files a case; the same idempotency key gives the same case again, without its secret. */
async function submit(call: Call): Promise<Response> {
  limit(call, "submit");
  const key = idempotencyKey(call);
  // Files of a call belong to this call alone, and what is not filed at its end goes.
  const owner = formOwner(call.portal.store.read, newFormToken());
  const sender: Sender = { owner, owners: [owner], actor: { kind: "public" }, keepUntil: null };
  try {
    return await fileCase(call, key, sender);
  } finally {
    await dropUnfiled(call.context, sender);
  }
}

async function fileCase(call: Call, key: string, sender: Sender): Promise<Response> {
  const { input: raw, files } = await readJsonOrForm(call, sender);
  const checked = checkInput(submissionSchema, raw);
  // What holds a virus is filed as such: nobody can open it, and the office knows of it.
  const refused = files.filter(({ refusal }) => refusal !== null && refusal !== "infected");
  const ofFiles = Object.fromEntries(refused.map(({ name, refusal }) => [`attachments/${name}`, refusal ?? "broken"]));
  const errors = { ...(checked.ok ? {} : checked.errors), ...ofFiles };
  if (!checked.ok || refused.length > 0) return refuse(call, "input", { errors });
  const answers = checked.value;
  const sent =
    files.length === 0 ? answers : { ...answers, files: files.map(({ name, sha256 }) => ({ name, sha256 })) };
  const bodyHash = createHash("sha256").update(canonicalJson(sent)).digest("hex");
  const submission = {
    answers,
    key: { key, sessionHash: "", bodyHash },
    heldReason: laneOf(call),
    fileOwners: sender.owners,
  };
  const filed = await perform(call.context, submitCase, submission, sender.actor);
  if (!filed.ok) return refuseAttempt(call, filed);
  const { code, secret, receivedAt, dueAt, contentSha256, repeated } = filed.value;
  const trackUrl = `${call.portal.env.PUBLIC_URL}/${answers.lang}/track?code=${code}`;
  const receipt = {
    code,
    secret,
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    contentSha256,
    trackUrl,
  };
  return json(receipt, repeated ? 200 : 201);
}

/** Programs bring no work: while many send, they share the slow lane. */
function laneOf(call: Call) {
  const { wait, heldReason } = slowLane(call.portal.limiter);
  if (wait > 0) throw refuse(call, "too-many", { headers: { "Retry-After": String(wait) } });
  return heldReason;
}

/** The caller's key, which may come in quotes; a random one when there is none. */
function idempotencyKey(call: Call): string {
  const given = call.request.headers.get("Idempotency-Key");
  if (given === null) return randomUUID();
  const key = given.trim().replace(/^"(.*)"$/, "$1");
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw refuse(call, "input", { errors: { "Idempotency-Key": "wrong" } });
}
