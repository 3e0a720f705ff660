import type { Actor, StaffActor } from "../app/domain/actor.ts";
import type { CaseAct } from "../app/domain/acts.ts";
import { actsFor, may, mayReadPapers, mayView } from "../app/domain/permissions.ts";
import { MOST_QUESTIONS } from "../app/domain/questions.ts";
import { mayUndo } from "../app/domain/undo.ts";
import type { Agency } from "./agencies.ts";
import { leadOf } from "./agency-tree.ts";
import { type Answer, latestAnswer } from "./answers.ts";
import type { Campaign } from "./campaigns.ts";
import { campaignOfCaseFor } from "./campaigns-seen.ts";
import { type AttachmentRow, listCaseFiles } from "./attachments.ts";
import { type CaseFile, caseFile, caseFiles } from "./case-files.ts";
import { type CaseClock, clockOf } from "./case-views.ts";
import { type CaseRow, findCase, findCaseById, scopeOf } from "./cases.ts";
import { type ConsultRow, listConsults } from "./consults.ts";
import { openCommitment } from "./commitments.ts";
import { liveTasks } from "./handed-tasks.ts";
import { findDoneAct } from "./done-acts.ts";
import { caseStream, type EventRow, listEvents } from "./events.ts";
import { waitingEvidence } from "./evidence.ts";
import { isLive, latestRequest } from "./identity-requests.ts";
import { listMessages, type Message } from "./messages.ts";
import { type Dispute, hadPart, latestDispute } from "./disputes.ts";
import { type Collective, collectiveOf } from "./office-collective.ts";
import { listPoints, type PointRow } from "./points.ts";
import { findRating, type Rating } from "./ratings.ts";
import type { Db } from "./store.server.ts";

/** What passes between the lead agency and one that it asks. */
const exchange: readonly string[] = ["consult", "answer-consult", "withdraw-consult"];

/** All that a person of an office may see of a case, and what they may do on it now. Who sent it is not part of it. */
export interface OfficeCase {
  readonly row: CaseRow;
  readonly agency: Agency | null;
  readonly clock: CaseClock;
  /** To an agency that is only asked: what the submitter may know of, and its own exchange. */
  readonly events: EventRow[];
  /** Internal notes stay with those who handle the case. */
  readonly messages: Message[];
  /** How many questions its submitter has been asked. */
  readonly questions: number;
  readonly files: CaseFile[];
  /** With what the agency proves its answers, as far as this person may read those. */
  readonly evidence: (CaseFile & {
    /** It goes with an answer that is not approved yet. */ readonly waiting: boolean;
  })[];
  /** The newest answer as far as this person may read it: a draft stays within the lead agency. */
  readonly answer: Answer | null;
  /** The check list of the question, for those who handle the case. */
  readonly points: PointRow[];
  /** What other agencies were asked; to an agency that is only asked: what it was asked itself. */
  readonly consults: ConsultRow[];
  readonly rating: Rating | null;
  /** The dispute of the answer that it has now; and whether this person had a part in that answer. */
  readonly dispute: Dispute | null;
  readonly hadPart: boolean;
  readonly leadCode: string | null;
  /** The near-equal letters of which this one is. */
  readonly campaign: Campaign | null;
  readonly collective: Collective;
  readonly acts: CaseAct[];
  /** How this person's request to see a hidden sender stands; null where none was made. */
  readonly identityRequest: {
    readonly state: "open" | "granted" | "refused" | "over";
    readonly until: Date | null;
  } | null;
}

/** A case as an office sees it; null when there is none or the actor may not know of it. */
export async function officeCase(db: Db, actor: Actor, code: string, now: Date): Promise<OfficeCase | null> {
  const row = await findCase(db, code);
  if (!row || actor.kind !== "staff" || !mayView(actor, scopeOf(row))) return null;
  const history = await listEvents(db, caseStream(row.id));
  const papers = mayReadPapers(actor, scopeOf(row));
  const request = row.identityHidden ? await latestRequest(db, row.id, actor.staffId) : null;
  const lead = row.mergedIntoId === null ? null : await findCaseById(db, row.mergedIntoId);
  const promised = (await openCommitment(db, row.id)) !== null;
  const tasked = (await liveTasks(db, row.id)).length > 0;
  const took = row.status === "disputed" && (await hadPart(db, row, actor.staffId));
  const fresh = row.status === "disputed" && !took;
  const messages = await listMessages(db, row.id, papers ? ["office", "submitter", "public"] : ["submitter", "public"]);
  const questions = messages.filter(({ kind, seenBy }) => kind === "question" && seenBy !== "office").length;
  const undoable = mayUndo(await findDoneAct(db, row), actor, now);
  return {
    row,
    agency: await leadOf(db, row),
    clock: await clockOf(db, row, history, now),
    events: papers ? history : history.filter((event) => event.seenBy !== "office" || isOfExchange(event, actor)),
    messages,
    questions,
    files: (await caseFiles(db, row.id)).filter(({ evidence }) => !evidence),
    evidence: (await evidenceFor(db, actor, row)).map((file) => ({
      ...caseFile(db, file),
      waiting: file.caseId === null,
    })),
    answer: await answerFor(db, actor, row, papers),
    points: papers ? await listPoints(db, row.id) : [],
    consults: (await listConsults(db, row.id)).filter((one) => papers || isAsked(actor, one.agencyId)),
    rating: await findRating(db, row),
    dispute: row.disputedAt === null ? null : await latestDispute(db, row.id),
    hadPart: took,
    leadCode: lead && mayView(actor, scopeOf(lead)) ? lead.code : null,
    campaign: await campaignOfCaseFor(db, actor, row.id),
    collective: await collectiveOf(db, actor, row),
    acts: actsFor(actor, {
      ...scopeOf(row),
      fresh,
      promised,
      tasked,
      identityGranted: isLive(request, now),
      undoable,
      askedEnough: questions >= MOST_QUESTIONS,
    }).filter((act) => act !== "request-identity" || request?.state !== "open"),
    identityRequest: request && {
      state: request.state === "granted" && !isLive(request, now) ? "over" : request.state,
      until: request.grantedUntil,
    },
  };
}

/** True when the agency is the actor's own, or that of somebody they stand in for. */
export function isAsked(actor: StaffActor, agencyId: unknown): boolean {
  return [actor, ...actor.standIns].some((self) => self.agencyId === agencyId);
}

function isOfExchange({ type, data }: EventRow, actor: StaffActor): boolean {
  return exchange.includes(type) && isAsked(actor, data.agencyId);
}

/** The evidence that an actor may see: what was given with an answer, and what waits for one whose draft is theirs to read. */
export async function evidenceFor(db: Db, actor: StaffActor, row: CaseRow): Promise<AttachmentRow[]> {
  const scope = scopeOf(row);
  const answer = await answerFor(db, actor, row, mayReadPapers(actor, scope));
  const works = may(actor, "draft", scope) || answer?.state === "draft" || answer?.state === "submitted";
  const given = answer || works ? (await listCaseFiles(db, row.id)).filter((file) => file.evidenceBy !== null) : [];
  return works ? [...given, ...(await waitingEvidence(db, row))] : given;
}

async function answerFor(db: Db, actor: StaffActor, row: CaseRow, papers: boolean): Promise<Answer | null> {
  if (row.answeredAt !== null) return latestAnswer(db, row.id, "approved");
  if (!papers || actor.role === "editor") return null;
  const answer = await latestAnswer(db, row.id);
  const isOwn = (actor.role === "officer" || actor.role === "leader") && answer?.agencyId === actor.agencyId;
  return isOwn || answer?.state === "submitted" ? answer : null;
}
