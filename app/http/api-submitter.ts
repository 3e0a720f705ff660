import { contestMask, contestMaskInput } from "../commands/contest-mask.ts";
import { disputeCase, disputeInput } from "../commands/dispute-case.ts";
import { eraseIdentity } from "../commands/erase-identity.ts";
import { objectInput, objectToMerge } from "../commands/object-to-merge.ts";
import { rateCase, rateInput } from "../commands/rate-case.ts";
import { replyInput, replyToQuestion } from "../commands/reply-to-question.ts";
import { supplementCase, supplementInput } from "../commands/supplement-case.ts";
import { caseRef } from "../commands/steps/open-case.ts";
import { withdrawCase, withdrawInput } from "../commands/withdraw-case.ts";
import { choice } from "../domain/fields.ts";
import { type CaseRow, findCase } from "../../db/cases.ts";
import { submitterView } from "../../db/case-views.ts";
import { openBySecret } from "../../db/tracking.ts";
import type { RawInput } from "./api-body.ts";
import { type Call, json, refuse, refuseAttempt } from "./api-call.ts";
import { submitterJson } from "./api-views.ts";
import { type Attempt, attempt } from "./perform.ts";

/** What is erased cannot be brought back: said outright, as on the page. */
export const eraseInput = caseRef.extend({ sure: choice(["yes"]) });

/** What a submitter's call does with a case that its secret has opened. */
type Act = (call: Call, row: CaseRow, raw: RawInput) => Promise<Attempt<CaseRow>>;

/** The submitter's acts by the last part of their address. */
const submitterActs = {
  // While a question is open a message is the reply to it; else the submitter writes on their own.
  messages: (call, row, raw) =>
    row.status === "waiting"
      ? attempt(call.context, replyToQuestion, replyInput, asOf(row, raw), submitter(row))
      : supplement(call, row, raw),
  rating: (call, row, raw) => attempt(call.context, rateCase, rateInput, asOf(row, raw), submitter(row)),
  dispute: (call, row, raw) => attempt(call.context, disputeCase, disputeInput, asOf(row, raw), submitter(row)),
  objection: (call, row, raw) => attempt(call.context, objectToMerge, objectInput, asOf(row, raw), submitter(row)),
  "mask-objection": (call, row, raw) =>
    attempt(call.context, contestMask, contestMaskInput, asOf(row, raw), submitter(row)),
  erasure: (call, row, raw) => attempt(call.context, eraseIdentity, eraseInput, asOf(row, raw), submitter(row)),
  withdraw: (call, row, raw) => attempt(call.context, withdrawCase, withdrawInput, asOf(row, raw), submitter(row)),
} as const satisfies Record<string, Act>;

/** Both kinds of message come in one field, and its errors go back under that name. */
async function supplement(call: Call, row: CaseRow, raw: RawInput): Promise<Attempt<CaseRow>> {
  const input = asOf(row, { ...raw, message: raw.reply });
  const done = await attempt(call.context, supplementCase, supplementInput, input, submitter(row));
  if (done.ok || done.status !== 422 || !done.errors.message) return done;
  return { ...done, errors: { reply: done.errors.message } };
}
export type SubmitterAct = keyof typeof submitterActs;

export function findSubmitterAct(name: string | undefined): Act | null {
  return name !== undefined && isSubmitterAct(name) ? submitterActs[name] : null;
}

function isSubmitterAct(name: string): name is SubmitterAct {
  return Object.hasOwn(submitterActs, name);
}

const submitter = (row: CaseRow) => ({ kind: "submitter", caseId: row.id }) as const;

/** The case is the one that the secret opened, whatever else the body names. */
const asOf = (row: CaseRow, raw: RawInput): RawInput => ({ ...raw, code: row.code, version: undefined });

/** The case that code and secret open together; throws the one 404 for everything else. */
export async function openCaseOf(call: Call, raw: RawInput): Promise<CaseRow> {
  const typed = (value: unknown) => (typeof value === "string" ? value : "");
  const row = await openBySecret(call.portal.store.read, typed(raw.code), typed(raw.secret));
  if (!row) throw refuse(call, "not-found");
  return row;
}

/** The submitter's view of a case as an answer. */
export async function showSubmitter(call: Call, row: CaseRow): Promise<Response> {
  const { store, clock } = call.portal;
  const now = clock();
  return json(submitterJson(await submitterView(store.read, row, now), now));
}

/** Does an act and answers with the case as it is then. */
export async function actAndShow(call: Call, act: Act, row: CaseRow, raw: RawInput): Promise<Response> {
  const done = await act(call, row, raw);
  if (!done.ok) return refuseAttempt(call, done);
  return showSubmitter(call, (await findCase(call.portal.store.read, row.code)) ?? done.value);
}
