import type { Submission } from "../../app/domain/forms.ts";
import type { DisputeGround } from "../../app/domain/dispute.ts";
import type { DeclineReason, Outcome } from "../../app/domain/outcome.ts";

/** Who makes a step: a person of the standing body, of an agency (by code), the arbiter, the submitter, a timer. */
export type By =
  | { readonly desk: "triage" | "editor"; readonly person: number }
  | { readonly desk: "officer" | "leader"; readonly agency: string }
  | { readonly desk: "arbiter" | "submitter" | "system" };

export interface PublishedWords {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly questionVi: string;
  readonly questionEn: string;
  readonly answerVi?: string;
  readonly answerEn?: string;
  readonly outcomeVi?: Outcome;
  readonly outcomeEn?: Outcome;
}

/** One act on a case after its filing, as its command takes it. */
export type Act =
  | { readonly act: "classify"; readonly title: string; readonly field: string; readonly bottleneck: string }
  | { readonly act: "release" | "accept" | "approve" | "lapse" | "close" }
  | { readonly act: "assign"; readonly agency: string; readonly note?: string }
  | {
      readonly act: "refuse";
      readonly reason: string;
      /** The code of the agency that is competent, and the provision by which it is. */
      readonly competent: string;
      readonly basis: string;
    }
  | { readonly act: "ask"; readonly question: string }
  | { readonly act: "reply"; readonly reply: string }
  | { readonly act: "note"; readonly note: string }
  | { readonly act: "draft"; readonly body: string; readonly outcome: Record<string, string> }
  | { readonly act: "answer"; readonly body: string; readonly outcome: Outcome }
  | { readonly act: "return"; readonly reason: string }
  | { readonly act: "propose-publication"; readonly words: PublishedWords }
  | { readonly act: "publish" }
  | {
      readonly act: "rate";
      readonly level: "1" | "2" | "3" | "4";
      readonly solved: "yes" | "no";
      readonly comment?: string;
    }
  | { readonly act: "decline"; readonly reasonCode: DeclineReason; readonly reason: string }
  | { readonly act: "dispute"; readonly ground: DisputeGround; readonly reason: string }
  | { readonly act: "reopen" | "uphold"; readonly reason: string }
  | { readonly act: "merge" }
  | { readonly act: "withdraw"; readonly reason?: string };

export type Step = Act & { readonly at: Date; readonly by: By };

/** A case from its filing to where it stands, as its seed decides. */
export interface CasePlan {
  readonly index: number;
  readonly answers: Submission;
  readonly heldReason: "honeypot" | "too-fast" | null;
  readonly receivedAt: Date;
  /** Random bytes for the code, the next ones whenever a code is in use. */
  readonly codeBytes: () => Uint8Array;
  /** The steps in order of time. */
  readonly steps: readonly Step[];
}
