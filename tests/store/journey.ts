import type { Kind } from "../../app/domain/case-kind.ts";
import type { Status } from "../../app/domain/case-status.ts";
import { type OutcomeKind, outcomeSchema } from "../../app/domain/outcome.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { acceptCase } from "../../app/commands/accept-case.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { proposeInput, proposePublication, type ProposeInput } from "../../app/commands/propose-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import type { CaseRow } from "../../db/cases.ts";
import { type FormFields, outcomeOf } from "./answers.ts";
import type { SubmitOptions, SubmittedCase, World } from "./world.ts";

/** One person per part in the life of a case; officer and leader are of the same agency. */
export interface People {
  readonly triage: StaffActor;
  readonly officer: StaffActor;
  readonly leader: StaffActor;
  readonly editor: StaffActor;
  /** Publishes what the other one has proposed. */
  readonly secondEditor: StaffActor;
  readonly monitor: StaffActor;
  readonly custodian: StaffActor;
  readonly admin: StaffActor;
  readonly arbiter: StaffActor;
}

/** Hires one person per role; `agencyCode` is the officer's and the leader's. */
export async function hire(world: World, agencyCode = "BKHCN"): Promise<People> {
  return {
    triage: await world.staff("triage"),
    officer: await world.staff("officer", agencyCode),
    leader: await world.staff("leader", agencyCode),
    editor: await world.staff("editor"),
    secondEditor: await world.staff("editor"),
    monitor: await world.staff("monitor"),
    custodian: await world.staff("custodian"),
    admin: await world.staff("admin"),
    arbiter: await world.staff("arbiter"),
  };
}

export const question = "Xin ông/bà cho biết đã nộp hồ sơ vào ngày nào.";
export const reason = "Nội dung này thuộc thẩm quyền của cơ quan khác.";
/** The provision by which another body is competent, as it is cited. */
export const ground = "khoản 2 Điều 5 Nghị định 13/2023/NĐ-CP";
export const disagreement = "Câu trả lời chưa nói đến việc hồ sơ của tôi bị trả lại hai lần.";
export const answerBody = "Cơ quan đã kiểm tra và trả lời như sau: lỗi đã được sửa.";

/** The outcome of an answer, checked. */
export const outcome = (kind: OutcomeKind = "explained") => outcomeSchema.parse(outcomeOf(kind));

/** A complete proposal for an answered case, checked; `overrides` replaces fields. */
export function publication(code: string, overrides: FormFields = {}, kind: OutcomeKind = "explained") {
  return proposeInput.parse({
    code,
    titleVi: "Lỗi khi nộp hồ sơ trực tuyến",
    titleEn: "Error when filing a dossier online",
    questionVi: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ.",
    questionEn: "The public service portal shows an error when a dossier is filed.",
    answerVi: "Lỗi đã được sửa từ ngày 01/10/2026.",
    answerEn: "The error has been fixed since 1 October 2026.",
    outcomeVi: outcomeOf(kind),
    outcomeEn: outcomeOf(kind),
    ...overrides,
  });
}

/** One editor proposes, the other publishes. */
export async function publish(
  world: World,
  { editor, secondEditor }: Pick<People, "editor" | "secondEditor">,
  input: ProposeInput,
): Promise<void> {
  await world.run(proposePublication, editor, input);
  await world.run(publishCase, secondEditor, { code: input.code });
}

/** The state before each state on the way there. */
const way: Record<Status, Status[]> = {
  submitted: [],
  waiting: ["submitted"],
  assigned: ["submitted"],
  in_progress: ["submitted", "assigned"],
  awaiting_approval: ["submitted", "assigned", "in_progress"],
  answered: ["submitted", "assigned", "in_progress", "awaiting_approval"],
  disputed: ["submitted", "assigned", "in_progress", "awaiting_approval", "answered"],
  closed: ["submitted", "assigned", "in_progress", "awaiting_approval", "answered"],
  declined: ["submitted"],
  withdrawn: ["submitted"],
  merged: ["submitted"],
};

/** Moves a case one step by the command that makes the step. */
export async function step(world: World, people: People, filed: SubmittedCase, to: Status): Promise<void> {
  const { code } = filed;
  const { run } = world;
  const { triage, officer, leader } = people;
  if (to === "waiting") await run(askSubmitter, triage, { code, question });
  if (to === "assigned") await run(assignCase, triage, { code, agencyId: officer.agencyId });
  if (to === "in_progress") await run(acceptCase, officer, { code });
  if (to === "awaiting_approval") await run(submitAnswer, officer, { code, body: answerBody, outcome: outcome() });
  if (to === "answered") await run(approveAnswer, leader, { code });
  if (to === "disputed")
    await run(disputeCase, filed.submitter, { code, ground: "not-answered", reason: disagreement });
  if (to === "closed") await run(rateCase, filed.submitter, { code, level: "4", solved: "yes" });
  if (to === "declined") await run(declineCase, triage, { code, reasonCode: "out-of-scope", reason });
  if (to === "withdrawn") await run(withdrawCase, filed.submitter, { code });
  if (to === "merged") await run(mergeCase, triage, { code, leadCode: (await world.submit()).code });
}

/** Submits a case and brings it to a state by the commands of its life. */
export async function caseIn(
  world: World,
  people: People,
  status: Status,
  kind: Kind = "feedback",
  options: SubmitOptions = {},
): Promise<SubmittedCase> {
  const filed = await world.submit(kind, options);
  for (const state of [...way[status], status]) await step(world, people, filed, state);
  return filed;
}

/** Brings a case to a state and publishes it, with its answer when it has one. */
export async function publishedIn(world: World, people: People, status: Status): Promise<SubmittedCase> {
  const filed = await caseIn(world, people, status);
  await publish(world, people, publication(filed.code));
  return filed;
}

/** Every row of every table that a command may write, by table: equal dumps are equal states. */
export async function dump({ store }: World): Promise<Record<string, unknown[]>> {
  const { cases, reporters, messages, answers, publications, ratings, events, outbox, idempotencyKeys, counters } =
    store.read.tables;
  const { attachments, contacts, mailedLinks, identityRequests, identityActs } = store.read.tables;
  const read = store.read;
  return {
    cases: await read.select().from(cases).orderBy(cases.id),
    reporters: await read.select().from(reporters).orderBy(reporters.caseId),
    messages: await read.select().from(messages).orderBy(messages.id),
    answers: await read.select().from(answers).orderBy(answers.id),
    publications: await read.select().from(publications).orderBy(publications.id),
    ratings: await read.select().from(ratings).orderBy(ratings.caseId),
    events: await read.select().from(events).orderBy(events.id),
    outbox: await read.select().from(outbox).orderBy(outbox.id),
    idempotencyKeys: await read.select().from(idempotencyKeys).orderBy(idempotencyKeys.keyHash),
    counters: await read.select().from(counters).orderBy(counters.name, counters.key),
    attachments: await read.select().from(attachments).orderBy(attachments.id),
    contacts: await read.select().from(contacts).orderBy(contacts.id),
    mailedLinks: await read.select().from(mailedLinks).orderBy(mailedLinks.id),
    identityRequests: await read.select().from(identityRequests).orderBy(identityRequests.id),
    identityActs: await read.select().from(identityActs).orderBy(identityActs.id),
    casePoints: await read.select().from(store.read.tables.casePoints).orderBy(store.read.tables.casePoints.id),
    commitments: await read.select().from(store.read.tables.commitments).orderBy(store.read.tables.commitments.id),
    caseConsults: await read.select().from(store.read.tables.caseConsults).orderBy(store.read.tables.caseConsults.id),
  };
}

/** The mails queued for a case's submitter and for staff, as `mail recipient`, in order. */
export async function mails({ store }: World): Promise<string[]> {
  const { outbox } = store.read.tables;
  const rows = await store.read.select().from(outbox).orderBy(outbox.id);
  return rows.map((row) => `${row.mail} ${row.recipient}`);
}

/** The version of a case as it is now. */
export const versionOf = async (world: World, code: string): Promise<CaseRow["version"]> =>
  (await world.find(code)).version;
