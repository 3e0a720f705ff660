import { emailAddress, line, optional, rowId } from "./fields.ts";
import { z } from "zod";

/** Whom the lead author named, and what they said: an author is whoever has accepted. */
export const coAuthorStates = ["invited", "accepted", "declined"] as const;
export type CoAuthorState = (typeof coAuthorStates)[number];

/** How many co-authors a dossier takes. */
export const MOST_CO_AUTHORS = 10;

/** Shares are whole hundredths; together all authors have a hundred. */
const WHOLE = 100;

/** A co-author as a filed case knows them: part of who sent it. */
export const filedCoAuthor = z.object({
  name: z.string(),
  share: z.number().int(),
  state: z.enum(["invited", "accepted"]),
});
export type FiledCoAuthor = z.infer<typeof filedCoAuthor>;

/** What is left for the lead author once the co-authors have theirs, in hundredths. */
export function leadShare(coAuthors: readonly { readonly share: number; readonly state: CoAuthorState }[]): number {
  return coAuthors.reduce((left, { share, state }) => (state === "declined" ? left : left - share), WHOLE);
}

/** A share as people type it: `25`, `25 %`, `25,0`. */
const share = z
  .string({ error: "empty" })
  .transform((typed) => typed.replace(/\s|%/g, "").replace(/[.,]0+$/, ""))
  .pipe(
    z
      .string()
      .min(1, "empty")
      .regex(/^\d{1,3}$/, "wrong")
      .transform(Number)
      .pipe(
        z
          .number()
          .int()
          .min(1, "wrong")
          .max(WHOLE - 1, "too-much"),
      ),
  );

/** An invitation: whom, with which share, and where to write to. */
export const coAuthorInput = z.object({
  coAuthorName: line(120, 2),
  coAuthorShare: share,
  coAuthorEmail: optional(emailAddress),
});

/** The answer to an invitation, under one's own name. */
export const coAuthorAnswer = z.object({
  code: z.string().max(120),
  answer: z.enum(["accepted", "declined"], { error: "empty" }),
  ownName: line(120, 2),
});

export const coAuthorRef = z.object({ id: rowId });
