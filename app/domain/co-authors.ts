import { z } from "zod";
import { choice, emailAddress, line, optional } from "./fields.ts";

/** Whom the lead author named, and what they said: an author is whoever has accepted. */
export const coAuthorStates = ["invited", "accepted", "declined"] as const;
export type CoAuthorState = (typeof coAuthorStates)[number];

/** How many co-authors a dossier takes. */
export const MOST_CO_AUTHORS = 10;

/** Shares are whole hundredths; together all authors have a hundred. */
const WHOLE = 100;

/** A co-author as a filed case knows them: part of who sent it. Whoever has not answered by then stays "invited". */
export const filedCoAuthor = z.object({
  name: z.string(),
  share: z.number().int(),
  state: z.enum(["invited", "accepted"]),
});
export type FiledCoAuthor = z.infer<typeof filedCoAuthor>;

interface Sharing {
  readonly share: number;
  readonly state: CoAuthorState;
}

/** What is left for the lead author once the co-authors have theirs, in hundredths; who declined has nothing. */
export function leadShare(coAuthors: readonly Sharing[]): number {
  return coAuthors.reduce((left, { share, state }) => (state === "declined" ? left : left - share), WHOLE);
}

/** How many have accepted, of all who did not decline: `2/3`. Stored with the case, where it names nobody. */
export function acceptedWords(coAuthors: readonly FiledCoAuthor[]): string {
  return `${coAuthors.filter(({ state }) => state === "accepted").length}/${coAuthors.length}`;
}

/** A share as people type it: `25`, `25 %`, `25,0`. */
export function readShare(typed: string): number | null {
  const plain = typed.replace(/[\s%]/g, "").replace(/[.,]0+$/, "");
  const share = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  return share >= 1 && share < WHOLE ? share : null;
}

/** An invitation: whom, with which share, and where to write to. */
export const coAuthorInput = z.object({
  coAuthorName: line(120, 2),
  coAuthorShare: line(20).refine((typed) => readShare(typed) !== null, "wrong"),
  coAuthorEmail: optional(emailAddress),
});

/** The answer to an invitation, under one's own name. */
export const invitationAnswer = z.object({
  answer: choice(["accepted", "declined"]),
  ownName: line(120, 2),
});
