import { createHash, randomUUID } from "node:crypto";
import { submitCase } from "../../commands/submit-case.ts";
import { checkInput } from "../../domain/check-input.ts";
import { submissionSchema } from "../../domain/forms.ts";
import { exactFirst } from "../../domain/found.ts";
import { formOwner } from "../../../db/attachments.ts";
import { canonicalJson } from "../../../db/events.ts";
import { findCommune } from "../../../db/places.ts";
import { listPublications, textsOf } from "../../../db/publication-lists.ts";
import { slowLane } from "../../http/admission.ts";
import { readJsonOrForm } from "../../http/api-body.ts";
import { type Call, endpoint, json, limit, readQuery, refuse, refuseAttempt, shareable } from "../../http/api-call.ts";
import { caseListQuery } from "../../http/api-inputs.ts";
import { publishedJson } from "../../http/api-lists.ts";
import { newFormToken } from "../../http/form-session.ts";
import type { Sender } from "../../http/own-files.ts";
import { perform } from "../../http/perform.ts";
import { readFilters } from "../../http/published-filters.ts";
import { allTexts } from "../../http/published-texts.ts";
import { dropUnfiled } from "../../http/receive-file.ts";
import { referenceLists } from "../../http/reference-lists.ts";

const answer = endpoint({ GET: listCases, POST: submit }, { open: true });
export const loader = answer;
export const action = answer;

/** The published cases, newest first, by the filters of their page. */
async function listCases(call: Call): Promise<Response> {
  limit(call, "api");
  const { limit: most, cursor = null, ...typed } = readQuery(call, caseListQuery);
  if (typed.q !== "") limit(call, "search");
  const { store, clock } = call.portal;
  const lists = await referenceLists(store, clock());
  const communeOf = (code: string) => findCommune(store.read, code);
  const { filter, unknown } = await readFilters(new URLSearchParams(typed), lists, communeOf);
  const { items, nextCursor } = await listPublications(store.read, filter, { cursor, limit: most });
  const found = filter.words?.length ? items.map(({ id }) => id) : [];
  const texts = await textsOf(store.read, found);
  const ordered = exactFirst(items, typed.q, (item) => allTexts(item, texts.get(item.id)));
  return shareable(call, { items: await publishedJson(call, ordered), nextCursor, unknown });
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
  if (!checked.ok || refused.length > 0) return refuse(call, "input", { ...(checked.ok ? {} : checked), errors });
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
