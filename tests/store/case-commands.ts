import { acceptCase } from "../../app/commands/accept-case.ts";
import { addNote } from "../../app/commands/add-note.ts";
import { approveAnswer } from "../../app/commands/approve-answer.ts";
import { askSubmitter } from "../../app/commands/ask-submitter.ts";
import { askExtension } from "../../app/commands/ask-extension.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { closeCase } from "../../app/commands/close-case.ts";
import { declineCase } from "../../app/commands/decline-case.ts";
import { disputeCase } from "../../app/commands/dispute-case.ts";
import { draftAnswer } from "../../app/commands/draft-answer.ts";
import { eraseIdentity } from "../../app/commands/erase-identity.ts";
import { extendCase } from "../../app/commands/extend-case.ts";
import { linkCase } from "../../app/commands/link-case.ts";
import { objectToMerge } from "../../app/commands/object-to-merge.ts";
import { splitCase } from "../../app/commands/split-case.ts";
import { unlinkCase } from "../../app/commands/unlink-case.ts";
import { lapseQuestion } from "../../app/commands/lapse-question.ts";
import { markPresence } from "../../app/commands/mark-presence.ts";
import { mergeCase } from "../../app/commands/merge-case.ts";
import { contestMask } from "../../app/commands/contest-mask.ts";
import { decideMask } from "../../app/commands/decide-mask.ts";
import { proposePublication } from "../../app/commands/propose-publication.ts";
import { returnPublication } from "../../app/commands/return-publication.ts";
import { publishCase } from "../../app/commands/publish-case.ts";
import { rateCase } from "../../app/commands/rate-case.ts";
import { refuseCase } from "../../app/commands/refuse-case.ts";
import { relayAnswer } from "../../app/commands/relay-answer.ts";
import { refuseExtension } from "../../app/commands/refuse-extension.ts";
import { releaseCase } from "../../app/commands/release-case.ts";
import { reopenCase } from "../../app/commands/reopen-case.ts";
import { renewSecret } from "../../app/commands/renew-secret.ts";
import { replyToQuestion } from "../../app/commands/reply-to-question.ts";
import { requestIdentity } from "../../app/commands/request-identity.ts";
import { returnAnswer } from "../../app/commands/return-answer.ts";
import { revealIdentity } from "../../app/commands/reveal-identity.ts";
import { submitAnswer } from "../../app/commands/submit-answer.ts";
import { supplementCase } from "../../app/commands/supplement-case.ts";
import { unmergeCase } from "../../app/commands/unmerge-case.ts";
import { upholdAnswer } from "../../app/commands/uphold-answer.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { warnOfDate } from "../../app/commands/warn-of-date.ts";
import { withdrawCase } from "../../app/commands/withdraw-case.ts";
import type { Status } from "../../app/domain/case-status.ts";
import type { Actor } from "../../app/domain/actor.ts";
import type { CaseAct } from "../../app/domain/acts.ts";
import { insertLink } from "../../db/case-links.ts";
import { findCaseId } from "../../db/cases.ts";
import { openObjections } from "../../db/objections.ts";
import { latestProposal, redactionsOf } from "../../db/proposals.ts";
import type { Tx } from "../../db/store.server.ts";
import { answeringCommands } from "./answering-commands.ts";
import { routingCommands } from "./routing-commands.ts";
import { translationCommands } from "./translation-commands.ts";
import { wallCommands } from "./wall-commands.ts";
import { attentionCommands } from "./attention-commands.ts";
import { taskCommands } from "./task-commands.ts";
import { answerBody, disagreement, outcome, publication, question, ground, reason } from "./journey.ts";

/** What a command's input may need to name beside its own case. */
export interface Surroundings {
  /** An agency that has no case. */
  readonly freeAgencyId: number;
  /** Another open case. */
  readonly leadCode: string;
  /** Another case of the same agency. */
  readonly besideCode: string;
  /** The question of the case about which another agency is asked. */
  readonly consultId: number;
}

type Ref = { code: string; version?: number };
type Run = (tx: Tx, actor: Actor, ref: Ref, now: Date) => Promise<unknown>;

/** One command on a case, the states it is possible in and who may give it, written by hand. */
export interface CaseCommand {
  readonly act: CaseAct;
  /**
   * "held", "published" and "hidden" are cases of those properties; else a state. A hidden one is in progress, as is one for which an extension is asked. What
   * waits for the arbiter ("arbitration") is submitted, what they have assigned ("decided") is in progress. "asked" is
   * in progress with a question to another agency; "promised" and "overdue" are answered with a promise for a later
   * and for an earlier day. "proposed" waits for a second editor and "scheduled" for its day, both assigned;
   * "objected" is published with a mask to which the author objects.
   */
  readonly possible: readonly (
    | Status
    | "held"
    | "published"
    | "hidden"
    | "arbitration"
    | "decided"
    | "extension"
    | "promised"
    | "overdue"
    | "asked"
    | "proposed"
    | "scheduled"
    | "objected"
  )[];
  /** `own`: of the case's agency, or the submitter of the case. Nobody here has had a part in the answer. */
  readonly who: readonly (
    | "triage"
    | "own officer"
    | "own leader"
    | "asked officer"
    | "editor"
    | "arbiter"
    | "own submitter"
    | "system"
    | "monitor"
  )[];
  /** Another party, and the states in which the act is theirs. */
  readonly also?: { readonly who: "system" | "triage"; readonly possible: readonly (Status | "scheduled")[] };
  readonly run: (around: Surroundings) => Run;
}

export const twoParts = {
  part1: { title: "Lỗi khi nộp hồ sơ", content: "Cổng dịch vụ công báo lỗi khi nộp hồ sơ." },
  part2: { title: "Lệ phí chưa rõ", content: "Mức lệ phí trên trang khác với mức phải nộp." },
  part3: undefined,
  part4: undefined,
  part5: undefined,
};

/** A mask of what is published to which nobody objects yet; made where there is none. */
async function maskedIn(tx: Tx, caseId: number): Promise<number> {
  const proposal = await latestProposal(tx, caseId, ["published"]);
  if (!proposal) return 1;
  const taken = (await openObjections(tx, caseId)).map(({ redactionId }) => redactionId);
  const [free] = (await redactionsOf(tx, proposal.id)).filter(
    ({ id, verdict }) => verdict === "masked" && !taken.includes(id),
  );
  return free?.id ?? 1;
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000);

const ended = ["closed", "declined", "withdrawn", "merged"] as const;
const open = ["submitted", "waiting", "assigned", "in_progress", "awaiting_approval"] as const;
const publishable = ["assigned", "in_progress", "awaiting_approval", "answered", "disputed", "closed"] as const;
const all = [...open, "answered", "disputed", ...ended, "published"] as const;

/** Every file of app/commands that acts on a case; matrix.test.ts holds this list complete. */
export const caseCommands: Record<string, CaseCommand> = {
  ...attentionCommands,
  ...wallCommands,
  ...answeringCommands,
  ...routingCommands,
  ...translationCommands,
  ...taskCommands,
  "dispute-case": {
    act: "dispute",
    possible: ["answered", "closed"],
    who: ["own submitter"],
    // The time to object has run out for whoever comes now.
    run: () => (tx, actor, ref, now) =>
      disputeCase(tx, actor, { ...ref, ground: "not-done", reason: disagreement }, daysBefore(now, 89)),
  },
  "reopen-case": {
    act: "reopen",
    possible: ["disputed"],
    who: ["own leader", "arbiter"],
    also: { who: "system", possible: ["answered", "closed"] },
    run: () => (tx, actor, ref, now) => reopenCase(tx, actor, { ...ref, reason }, now),
  },
  "uphold-answer": {
    act: "uphold",
    possible: ["disputed"],
    who: ["own leader", "arbiter"],
    run: () => (tx, actor, ref, now) => upholdAnswer(tx, actor, { ...ref, reason }, now),
  },
  "unmerge-case": {
    act: "unmerge",
    possible: ["merged"],
    who: ["triage", "system"],
    run: () => (tx, actor, ref, now) => unmergeCase(tx, actor, ref, daysBefore(now, 80)),
  },
  "object-to-merge": {
    act: "object",
    possible: ["merged"],
    who: ["own submitter"],
    run: () => (tx, actor, ref, now) => objectToMerge(tx, actor, { ...ref, objection: disagreement }, now),
  },
  "split-case": {
    act: "split",
    possible: ["submitted"],
    who: ["triage"],
    run: () => (tx, actor, ref, now) => splitCase(tx, actor, { ...ref, ...twoParts }, now),
  },
  "link-case": {
    act: "link",
    possible: all,
    who: ["triage", "own officer", "own leader"],
    run:
      ({ besideCode: otherCode }) =>
      (tx, actor, ref, now) =>
        linkCase(tx, actor, { ...ref, otherCode }, now),
  },
  "unlink-case": {
    act: "unlink",
    possible: all,
    who: ["triage", "own officer", "own leader"],
    run:
      ({ besideCode: otherCode }) =>
      async (tx, actor, ref, now) => {
        const [one, other] = [await findCaseId(tx, ref.code), await findCaseId(tx, otherCode)];
        if (one > 0) await insertLink(tx, one, other, now);
        return unlinkCase(tx, actor, { ...ref, otherCode }, now);
      },
  },
  "relay-answer": {
    act: "relay",
    possible: ["merged"],
    who: ["system"],
    run: () => relayAnswer,
  },
  "accept-case": {
    act: "accept",
    possible: ["assigned", "published"],
    who: ["own officer"],
    run: () => acceptCase,
  },
  "add-note": {
    act: "note",
    possible: [...all, "held"],
    who: ["triage", "own officer", "own leader", "editor", "arbiter"],
    run: () => (tx, actor, ref, now) => addNote(tx, actor, { ...ref, note: "Ghi chú." }, now),
  },
  "approve-answer": {
    act: "approve",
    possible: ["awaiting_approval"],
    who: ["own leader"],
    run: () => approveAnswer,
  },
  "ask-extension": {
    act: "ask-extension",
    possible: ["in_progress"],
    who: ["own officer"],
    // The promised day is over for whoever comes now.
    run: () => (tx, actor, ref, now) =>
      askExtension(tx, actor, { ...ref, days: 5, reason: "Còn chờ kết quả kiểm tra thực địa." }, daysBefore(now, 89)),
  },
  "extend-case": {
    act: "extend",
    possible: ["extension"],
    who: ["own leader"],
    run: () => (tx, actor, ref, now) => extendCase(tx, actor, ref, daysBefore(now, 89)),
  },
  "refuse-extension": {
    act: "refuse-extension",
    possible: ["extension"],
    who: ["own leader"],
    run: () => (tx, actor, ref, now) =>
      refuseExtension(tx, actor, { ...ref, reason: "Việc này làm kịp trong hạn." }, now),
  },
  "warn-of-date": {
    act: "warn",
    possible: ["submitted", "assigned", "in_progress", "awaiting_approval", "published", "held"],
    who: ["system"],
    // The first working day after the promised one.
    run: () => (tx, actor, ref, now) => warnOfDate(tx, actor, ref, daysBefore(now, 68)),
  },
  "ask-submitter": {
    act: "ask",
    // Triage asks before it assigns, the agency while it works; each finds the other's state wrong.
    possible: ["in_progress"],
    who: ["own officer"],
    run: () => (tx, actor, ref, now) => askSubmitter(tx, actor, { ...ref, question }, now),
  },
  "assign-case": {
    act: "assign",
    possible: ["submitted", "assigned", "in_progress", "published"],
    who: ["triage", "system"],
    run:
      ({ freeAgencyId }) =>
      (tx, actor, ref, now) =>
        assignCase(tx, actor, { ...ref, agencyId: freeAgencyId }, now),
  },
  "classify-case": {
    act: "classify",
    possible: ["submitted"],
    who: ["triage"],
    run: () => (tx, actor, ref, now) => classifyCase(tx, actor, { ...ref, title: "Một tiêu đề" }, now),
  },
  "close-case": {
    act: "close",
    possible: ["answered"],
    who: ["system"],
    run: () => closeCase,
  },
  "decline-case": {
    act: "decline",
    possible: ["submitted", "held"],
    who: ["triage", "arbiter"],
    run: () => (tx, actor, ref, now) => declineCase(tx, actor, { ...ref, reasonCode: "out-of-scope", reason }, now),
  },
  "draft-answer": {
    act: "draft",
    possible: ["in_progress"],
    who: ["own officer"],
    run: () => (tx, actor, ref, now) => draftAnswer(tx, actor, { ...ref, body: "Nửa chừng", outcome: {} }, now),
  },
  "erase-identity": {
    act: "erase-identity",
    possible: [...all, "held"],
    who: ["own submitter"],
    run: () => eraseIdentity,
  },
  "lapse-question": {
    act: "lapse",
    possible: ["waiting"],
    who: ["system"],
    run: () => lapseQuestion,
  },
  "mark-presence": {
    act: "attend",
    possible: [...all, "held"],
    who: ["triage", "own officer", "own leader", "editor", "arbiter"],
    run: () => (tx, actor, ref, now) => markPresence(tx, actor, { ...ref, state: "here" }, now),
  },
  "merge-case": {
    act: "merge",
    possible: ["submitted", "assigned", "in_progress", "published"],
    who: ["triage"],
    run:
      ({ leadCode }) =>
      (tx, actor, ref, now) =>
        mergeCase(tx, actor, { ...ref, leadCode }, now),
  },
  "propose-publication": {
    act: "propose-publication",
    possible: [...publishable, "published", "proposed", "scheduled", "objected"],
    who: ["editor"],
    run: () => (tx, actor, ref, now) => proposePublication(tx, actor, { ...publication(ref.code), ...ref }, now),
  },
  "publish-case": {
    act: "publish",
    possible: ["proposed"],
    who: ["editor"],
    also: { who: "system", possible: ["scheduled"] },
    run: () => publishCase,
  },
  "return-publication": {
    act: "return-publication",
    possible: ["proposed", "scheduled"],
    who: ["editor", "system"],
    run: () => (tx, actor, ref, now) => returnPublication(tx, actor, { ...ref, reason }, now),
  },
  "contest-mask": {
    act: "contest-mask",
    possible: ["published", "objected"],
    who: ["own submitter"],
    run: () => async (tx, actor, ref, now) => {
      const redactionId = await maskedIn(tx, await findCaseId(tx, ref.code));
      return contestMask(tx, actor, { ...ref, redactionId, objection: disagreement }, now);
    },
  },
  "decide-mask": {
    act: "decide-mask",
    possible: ["objected"],
    who: ["editor"],
    run: () => async (tx, actor, ref, now) => {
      const [objection] = await openObjections(tx, await findCaseId(tx, ref.code));
      const objectionId = objection?.id ?? 1;
      return decideMask(tx, actor, { ...ref, objectionId, decision: "lift", reason }, now);
    },
  },
  "rate-case": {
    act: "rate",
    possible: ["answered"],
    who: ["own submitter"],
    run: () => (tx, actor, ref, now) => rateCase(tx, actor, { ...ref, level: "3", solved: "no" }, now),
  },
  "refuse-case": {
    act: "refuse",
    possible: ["assigned", "in_progress", "published"],
    who: ["own officer", "own leader"],
    run: () => (tx, actor, ref, now) =>
      refuseCase(tx, actor, { ...ref, reason, ground, competentBody: "Bộ khác" }, now),
  },
  "release-case": {
    act: "release",
    possible: ["held"],
    who: ["triage"],
    run: () => releaseCase,
  },
  "renew-secret": {
    act: "renew",
    possible: [...all, "held"],
    who: ["own submitter"],
    run: () => renewSecret,
  },
  "reply-to-question": {
    act: "reply",
    possible: ["waiting"],
    who: ["own submitter"],
    run: () => (tx, actor, ref, now) => replyToQuestion(tx, actor, { ...ref, reply: "Tôi trả lời." }, now),
  },
  "request-identity": {
    act: "request-identity",
    possible: ["hidden"],
    who: ["triage", "own officer", "own leader"],
    run: () => (tx, actor, ref, now) =>
      requestIdentity(tx, actor, { ...ref, reason: "Cần liên hệ để lập biên bản tại chỗ." }, now),
  },
  "return-answer": {
    act: "return",
    possible: ["awaiting_approval"],
    who: ["own leader"],
    run: () => (tx, actor, ref, now) => returnAnswer(tx, actor, { ...ref, reason: "Thiếu số liệu." }, now),
  },
  "reveal-identity": {
    act: "reveal",
    possible: [...all, "held"],
    who: ["triage", "own officer", "own leader"],
    run: () => (tx, actor, ref, now) => revealIdentity(tx, actor, { ...ref, reason: "Cần gọi hẹn ngày." }, now),
  },
  "submit-answer": {
    act: "answer",
    possible: ["in_progress"],
    who: ["own officer"],
    run: () => (tx, actor, ref, now) => submitAnswer(tx, actor, { ...ref, body: answerBody, outcome: outcome() }, now),
  },
  "supplement-case": {
    act: "supplement",
    possible: ["submitted", "assigned", "in_progress", "awaiting_approval", "answered", "published", "held"],
    who: ["own submitter"],
    run: () => (tx, actor, ref, now) => supplementCase(tx, actor, { ...ref, message: "Tôi xin bổ sung." }, now),
  },
  "unpublish-case": {
    act: "unpublish",
    possible: ["published", "objected"],
    who: ["editor"],
    run: () => (tx, actor, ref, now) =>
      unpublishCase(tx, actor, { ...ref, category: "mistake", reason: "Còn nêu tên người." }, now),
  },
  "withdraw-case": {
    act: "withdraw",
    possible: [...open, "published"],
    who: ["own submitter"],
    run: () => withdrawCase,
  },
};
