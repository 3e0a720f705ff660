import type { z } from "zod";
import type { Lang } from "../domain/case-kind.ts";
import { type coAuthorInput, leadShare, MOST_CO_AUTHORS, readShare } from "../domain/co-authors.ts";
import { mayWrite } from "../domain/draft-roles.ts";
import { takesCoAuthors } from "../domain/forms.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type CoAuthor, insertCoAuthor, listCoAuthors } from "../../db/co-authors.ts";
import { findDraft, updateDraft } from "../../db/drafts.ts";
import { enqueueMail } from "../../db/outbox.ts";
import type { Tx } from "../../db/store.server.ts";

export type InviteCoAuthor = z.infer<typeof coAuthorInput> & {
  /** The token of the form session. */
  readonly token: string;
  /** The language of the invitation. */
  readonly lang: Lang;
};

/**
 * Invites a co-author to the session's draft, by mail too when an address is
 * given. The lead author keeps at least one hundredth, so all shares make a whole.
 */
export async function inviteCoAuthor(tx: Tx, actor: Actor, input: InviteCoAuthor, now: Date): Promise<CoAuthor> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const draft = await findDraft(tx, input.token, now);
  if (!draft || !takesCoAuthors(draft.kind)) throw new Refusal("not-found");
  if (!mayWrite(draft.role)) throw new Refusal("forbidden");
  if (draft.answers.reporterType === "anonymous") throw new InputRefusal({ reporterType: "co-authors" });
  const known = await listCoAuthors(tx, draft.id);
  if (known.length >= MOST_CO_AUTHORS) throw new InputRefusal({ coAuthorName: "too-many" });
  const share = readShare(input.coAuthorShare);
  if (share === null) throw new InputRefusal({ coAuthorShare: "wrong" });
  if (share >= leadShare(known)) throw new InputRefusal({ coAuthorShare: "too-much" });

  const email = input.coAuthorEmail ?? null;
  const { lang } = input;
  const invited = await insertCoAuthor(tx, draft.id, { name: input.coAuthorName, email, share, lang }, now);
  await updateDraft(tx, draft, now);
  if (email !== null) {
    const to = { recipient: "co-author", recipientId: invited.id } as const;
    await enqueueMail(tx, { mail: "co-author-invited", lang, ...to, params: {} }, now);
  }
  return invited;
}
