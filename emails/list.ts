import type { Lang } from "../app/domain/case-kind.ts";
import { accepted } from "./accepted.tsx";
import { activation } from "./activation.tsx";
import { addressChangeApproval } from "./address-change-approval.tsx";
import { addressChange } from "./address-change.tsx";
import { amended } from "./amended.tsx";
import { answerReturned } from "./answer-returned.tsx";
import { answered } from "./answered.tsx";
import { approvalWanted } from "./approval-wanted.tsx";
import { arbitration } from "./arbitration.tsx";
import { assigned } from "./assigned.tsx";
import { awaitingApproval } from "./awaiting-approval.tsx";
import { caseForAgency } from "./case-for-agency.tsx";
import { caseForArbiter } from "./case-for-arbiter.tsx";
import { closed } from "./closed.tsx";
import { coAuthorInvited } from "./co-author-invited.tsx";
import { commitmentBroken } from "./commitment-broken.tsx";
import { commitmentKept } from "./commitment-kept.tsx";
import { commitmentMissed } from "./commitment-missed.tsx";
import { commitmentMoved } from "./commitment-moved.tsx";
import { consultAnswered } from "./consult-answered.tsx";
import { consultAsked } from "./consult-asked.tsx";
import { deadLetters } from "./dead-letters.tsx";
import { declined } from "./declined.tsx";
import { extended } from "./extended.tsx";
import { extensionRefused } from "./extension-refused.tsx";
import { extensionSigned } from "./extension-signed.tsx";
import { extensionWanted } from "./extension-wanted.tsx";
import { dueWarning } from "./due-warning.tsx";
import { lateWarning } from "./late-warning.tsx";
import { questionLapsedOffice } from "./question-lapsed-office.tsx";
import { followed } from "./followed.tsx";
import { followedAmended } from "./followed-amended.tsx";
import { followedAnswered } from "./followed-answered.tsx";
import { followedChanged } from "./followed-changed.tsx";
import { followedMerged } from "./followed-merged.tsx";
import { followedUnmerged } from "./followed-unmerged.tsx";
import { listDigest } from "./list-digest.tsx";
import { listFollowed } from "./list-followed.tsx";
import { identityGranted } from "./identity-granted.tsx";
import { identityRefused } from "./identity-refused.tsx";
import { identityWanted } from "./identity-wanted.tsx";
import { maskDecided } from "./mask-decided.tsx";
import { masked } from "./masked.tsx";
import { merged } from "./merged.tsx";
import { split } from "./split.tsx";
import { disputeReceived } from "./dispute-received.tsx";
import { reopened } from "./reopened.tsx";
import { disputeUpheld } from "./dispute-upheld.tsx";
import { unmerged } from "./unmerged.tsx";
import { disputeToDecide } from "./dispute-to-decide.tsx";
import { caseReopened } from "./case-reopened.tsx";
import { disputeLate } from "./dispute-late.tsx";
import { mergeObjection } from "./merge-objection.tsx";
import { partsDone } from "./parts-done.tsx";
import { published } from "./published.tsx";
import { question } from "./question.tsx";
import { questionLapsed } from "./question-lapsed.tsx";
import { reassigning } from "./reassigning.tsx";
import { received } from "./received.tsx";
import { replyArrived } from "./reply-arrived.tsx";
import { replyReceived } from "./reply-received.tsx";
import { signInLink } from "./sign-in-link.tsx";
import { supplementArrived } from "./supplement-arrived.tsx";
import { withdrawn } from "./withdrawn.tsx";
import type { Mail, RenderedMail } from "./mail.tsx";

/** Every mail of the portal, by the name under which commands queue it. */
export const mails = {
  // To the submitter of a case
  received,
  assigned,
  accepted,
  arbitration,
  reassigning,
  question,
  "question-lapsed": questionLapsed,
  extended,
  "reply-received": replyReceived,
  "awaiting-approval": awaitingApproval,
  answered,
  declined,
  merged,
  split,
  "dispute-received": disputeReceived,
  reopened,
  "dispute-upheld": disputeUpheld,
  unmerged,
  withdrawn,
  closed,
  published,
  masked,
  "mask-decided": maskDecided,
  "commitment-kept": commitmentKept,
  "commitment-moved": commitmentMoved,
  "commitment-missed": commitmentMissed,
  amended,

  // To somebody who follows a published case
  followed,
  "followed-answered": followedAnswered,
  "followed-changed": followedChanged,
  "followed-amended": followedAmended,
  "followed-merged": followedMerged,
  "followed-unmerged": followedUnmerged,

  // To an address, with a link that works once
  "sign-in-link": signInLink,
  "address-change-approval": addressChangeApproval,
  "address-change": addressChange,
  "co-author-invited": coAuthorInvited,

  // To people of the offices
  "case-for-agency": caseForAgency,
  "case-for-arbiter": caseForArbiter,
  "reply-arrived": replyArrived,
  "supplement-arrived": supplementArrived,
  "identity-wanted": identityWanted,
  "identity-granted": identityGranted,
  "identity-refused": identityRefused,
  "approval-wanted": approvalWanted,
  "dispute-to-decide": disputeToDecide,
  "case-reopened": caseReopened,
  "dispute-late": disputeLate,
  "merge-objection": mergeObjection,
  "parts-done": partsDone,
  "answer-returned": answerReturned,
  "question-lapsed-office": questionLapsedOffice,
  "extension-wanted": extensionWanted,
  "extension-signed": extensionSigned,
  "extension-refused": extensionRefused,
  "due-warning": dueWarning,
  "late-warning": lateWarning,
  "consult-asked": consultAsked,
  "consult-answered": consultAnswered,
  "commitment-broken": commitmentBroken,
  "dead-letters": deadLetters,
  "list-followed": listFollowed,
  "list-digest": listDigest,
  activation,
} satisfies Record<string, Mail>;

export type MailName = keyof typeof mails;

/** The parameters that a mail cannot do without. */
export type MailParams<N extends MailName> = (typeof mails)[N]["params"][number];

export function isMailName(name: string): name is MailName {
  return Object.hasOwn(mails, name);
}

/**
 * Subject, text and HTML of a queued mail. Throws when there is no such mail or
 * a parameter is missing. `publicUrl` is the portal's address without a slash at the end.
 */
export function renderMail(
  name: string,
  lang: Lang,
  params: Readonly<Record<string, string>>,
  publicUrl: string,
): RenderedMail {
  if (!isMailName(name)) throw new Error("emails/list.ts has no mail of this name");
  return mails[name].render(lang, params, publicUrl);
}
