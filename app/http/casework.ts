import type { z } from "zod";
import { type CaseworkName, caseworkNames } from "../domain/casework-names.ts";
import type { Actor } from "../domain/actor.ts";
import type { Tx } from "../../db/store.server.ts";
import { acceptCase } from "../commands/accept-case.ts";
import { addNote, noteInput } from "../commands/add-note.ts";
import { answerConsult, answerConsultInput } from "../commands/answer-consult.ts";
import { consultAgency, consultInput } from "../commands/consult-agency.ts";
import { keepCommitment, keepCommitmentInput } from "../commands/keep-commitment.ts";
import { markPoints, markPointsInput } from "../commands/mark-points.ts";
import { moveCommitment, moveCommitmentInput } from "../commands/move-commitment.ts";
import { withdrawConsult, withdrawConsultInput } from "../commands/withdraw-consult.ts";
import { approveAnswer } from "../commands/approve-answer.ts";
import { arbitrateCase, arbitrateInput } from "../commands/arbitrate-case.ts";
import { askInput, askSubmitter } from "../commands/ask-submitter.ts";
import { askExtension, askExtensionInput } from "../commands/ask-extension.ts";
import { assignCase, assignInput } from "../commands/assign-case.ts";
import { claimCase } from "../commands/claim-case.ts";
import { classifyCase, classifyInput } from "../commands/classify-case.ts";
import { declareConflict, declareConflictInput } from "../commands/declare-conflict.ts";
import { declineCase, declineInput } from "../commands/decline-case.ts";
import { delegateCase, delegateInput } from "../commands/delegate-case.ts";
import { draftAnswer, draftInput } from "../commands/draft-answer.ts";
import { giveCase, giveInput } from "../commands/give-case.ts";
import { handBack, handBackInput } from "../commands/hand-back.ts";
import { handTask, handTaskInput } from "../commands/hand-task.ts";
import { liftConflict, liftConflictInput } from "../commands/lift-conflict.ts";
import { extendCase } from "../commands/extend-case.ts";
import { linkCase, linkInput } from "../commands/link-case.ts";
import { unlinkCase } from "../commands/unlink-case.ts";
import { splitCase, splitInput } from "../commands/split-case.ts";
import { mergeCase, mergeInput } from "../commands/merge-case.ts";
import { nameConflict, nameConflictInput } from "../commands/name-conflict.ts";
import { reopenCase, reopenInput } from "../commands/reopen-case.ts";
import { unmergeCase } from "../commands/unmerge-case.ts";
import { upholdAnswer, upholdInput } from "../commands/uphold-answer.ts";
import { decideMask, decideMaskInput } from "../commands/decide-mask.ts";
import { proposeInput, proposePublication } from "../commands/propose-publication.ts";
import { returnPublication, returnPublicationInput } from "../commands/return-publication.ts";
import { publishCase, publishInput } from "../commands/publish-case.ts";
import { refuseCase, refuseInput } from "../commands/refuse-case.ts";
import { refuseExtension, refuseExtensionInput } from "../commands/refuse-extension.ts";
import { rerouteCase } from "../commands/reroute-case.ts";
import { releaseCase } from "../commands/release-case.ts";
import { requestIdentity, requestIdentityInput } from "../commands/request-identity.ts";
import { returnAnswer, returnInput } from "../commands/return-answer.ts";
import { revealIdentity, revealInput } from "../commands/reveal-identity.ts";
import { heedSubmitter } from "../commands/heed-submitter.ts";
import { levelInput, setLevel } from "../commands/set-level.ts";
import { snoozeCase, snoozeInput } from "../commands/snooze-case.ts";
import { fromTemplate, templateUsed } from "../commands/steps/from-template.ts";
import { caseRef } from "../commands/steps/open-case.ts";
import { unclaimCase } from "../commands/unclaim-case.ts";
import { withdrawTask, withdrawTaskInput } from "../commands/withdraw-task.ts";
import { wakeCase } from "../commands/wake-case.ts";
import { watchCase, watchInput } from "../commands/watch-case.ts";
import { approveSegments, approveSegmentsInput } from "../commands/approve-segments.ts";
import { returnTranslation, returnTranslationInput } from "../commands/return-translation.ts";
import { translateInput, translateSegments } from "../commands/translate-segments.ts";
import { answerInput, submitAnswer } from "../commands/submit-answer.ts";
import { unpublishCase, unpublishInput } from "../commands/unpublish-case.ts";
import { undoAct } from "../commands/undo-act.ts";
import type { Command } from "./perform.ts";

/** One act of the casework: what it asks for, and the command behind it. The command expects input that its schema has passed. */
export interface CaseworkEntry {
  readonly schema: z.ZodType;
  readonly command: Command<unknown, unknown>;
}

/**
 * The acts that people of the offices do on a case, by name. The office pages
 * and the JSON API offer exactly these; to add one, add its line here.
 */
export const casework = {
  classify: entry(classifyInput, classifyCase),
  reroute: entry(caseRef, rerouteCase),
  claim: entry(caseRef, claimCase),
  unclaim: entry(caseRef, unclaimCase),
  give: entry(giveInput, giveCase),
  snooze: entry(snoozeInput, snoozeCase),
  wake: entry(caseRef, wakeCase),
  heed: entry(caseRef, heedSubmitter),
  level: entry(levelInput, setLevel),
  watch: entry(watchInput, watchCase),
  assign: entry(assignInput, assignCase),
  arbitrate: entry(arbitrateInput, arbitrateCase),
  accept: entry(caseRef, acceptCase),
  refuse: entry(refuseInput, refuseCase),
  delegate: entry(delegateInput, delegateCase),
  "hand-back": entry(handBackInput, handBack),
  "hand-task": entry(handTaskInput, handTask),
  "withdraw-task": entry(withdrawTaskInput, withdrawTask),
  "declare-conflict": entry(declareConflictInput, declareConflict),
  "name-conflict": entry(nameConflictInput, nameConflict),
  "lift-conflict": entry(liftConflictInput, liftConflict),
  ask: entry(
    askInput.extend(templateUsed),
    fromTemplate("ask", askSubmitter, ({ question }) => question),
  ),
  "ask-extension": entry(askExtensionInput, askExtension),
  extend: entry(caseRef, extendCase),
  "refuse-extension": entry(refuseExtensionInput, refuseExtension),
  note: entry(
    noteInput.extend(templateUsed),
    fromTemplate("note", addNote, ({ note }) => note),
  ),
  draft: entry(
    draftInput.extend(templateUsed),
    fromTemplate("answer", draftAnswer, () => null),
  ),
  answer: entry(
    answerInput.extend(templateUsed),
    fromTemplate("answer", submitAnswer, ({ body }) => body),
  ),
  approve: entry(caseRef, approveAnswer),
  return: entry(returnInput, returnAnswer),
  "mark-points": entry(markPointsInput, markPoints),
  consult: entry(consultInput, consultAgency),
  "answer-consult": entry(answerConsultInput, answerConsult),
  "withdraw-consult": entry(withdrawConsultInput, withdrawConsult),
  "keep-commitment": entry(keepCommitmentInput, keepCommitment),
  "move-commitment": entry(moveCommitmentInput, moveCommitment),
  decline: entry(
    declineInput.extend(templateUsed),
    fromTemplate("decline", declineCase, ({ reason }) => reason),
  ),
  merge: entry(mergeInput, mergeCase),
  unmerge: entry(caseRef, unmergeCase),
  split: entry(splitInput, splitCase),
  link: entry(linkInput, linkCase),
  unlink: entry(linkInput, unlinkCase),
  reopen: entry(reopenInput, reopenCase),
  uphold: entry(upholdInput, upholdAnswer),
  "propose-publication": entry(proposeInput, proposePublication),
  publish: entry(publishInput, publishCase),
  "return-publication": entry(returnPublicationInput, returnPublication),
  "decide-mask": entry(decideMaskInput, decideMask),
  unpublish: entry(unpublishInput, unpublishCase),
  translate: entry(translateInput, translateSegments),
  "approve-translation": entry(approveSegmentsInput, approveSegments),
  "return-translation": entry(returnTranslationInput, returnTranslation),
  release: entry(caseRef, releaseCase),
  reveal: entry(revealInput, revealIdentity),
  "request-identity": entry(requestIdentityInput, requestIdentity),
  undo: entry(caseRef, undoAct),
} as const satisfies Record<CaseworkName, CaseworkEntry>;

export { type CaseworkName, caseworkNames };

/** The entry of an act, or null for a name that is none. */
export function findCasework(name: string): CaseworkEntry | null {
  return isCasework(name) ? casework[name] : null;
}

export function isCasework(name: string): name is CaseworkName {
  return Object.hasOwn(casework, name);
}

function entry<I, R>(schema: z.ZodType<I>, command: Command<I, R>): CaseworkEntry {
  // Whoever calls a command checks its input with the schema beside it, so the input is an `I`.
  return { schema, command: (tx: Tx, actor: Actor, input: unknown, now: Date) => command(tx, actor, input as I, now) };
}
