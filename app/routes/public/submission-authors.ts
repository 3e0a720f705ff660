import type { RouterContextProvider } from "react-router";
import type { Lang } from "../../domain/case-kind.ts";
import { checkInput } from "../../domain/check-input.ts";
import { coAuthorInput } from "../../domain/co-authors.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { inviteCoAuthor } from "../../commands/invite-co-author.ts";
import { removeCoAuthor } from "../../commands/remove-co-author.ts";
import { perform } from "../../http/perform.ts";

type Typed = Readonly<Record<string, string>>;

/** The buttons beside co-authors: `invite`, and `remove-12` for the one with this id. */
const REMOVE = /^remove-(\d{1,15})$/;

/** True when a posted form changes who the co-authors are; a name typed without pressing "invite" counts as well. */
export function changesAuthors({ step, act, coAuthorName }: Typed): boolean {
  if (step !== "who") return false;
  return act === "invite" || REMOVE.test(act ?? "") || (act === undefined && Boolean(coAuthorName?.trim()));
}

/** Invites or removes, as the form says. Null when it is done, else what was wrong, by field. */
export async function changeAuthors(
  context: Readonly<RouterContextProvider>,
  token: string,
  lang: Lang,
  typed: Typed,
): Promise<{ errors: FieldErrors; status: number } | null> {
  const remove = REMOVE.exec(typed.act ?? "");
  if (remove) {
    const done = await perform(context, removeCoAuthor, { token, id: Number(remove[1]) });
    return done.ok ? null : { errors: done.errors, status: done.status };
  }
  const { coAuthorName, coAuthorShare, coAuthorEmail } = typed;
  const checked = checkInput(coAuthorInput, { coAuthorName, coAuthorShare, coAuthorEmail });
  if (!checked.ok) return { errors: checked.errors, status: 422 };
  const done = await perform(context, inviteCoAuthor, { token, lang, ...checked.value });
  return done.ok ? null : { errors: done.errors, status: done.status };
}
