import { z } from "zod";
import { line, optional, paragraphs } from "../domain/fields.ts";
import { findMentions } from "../domain/mentions.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import type { CaseRow } from "../../db/cases.ts";
import { isColleague, type MentionChoice, mentionChoices } from "../../db/mentions.ts";
import { notify } from "../../db/notifications.ts";
import type { EventData } from "../../db/schema.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { say } from "./steps/say.ts";

export const noteInput = caseRef.extend({
  /** Whoever is named in it as `@name` is told within the portal. */
  note: paragraphs(5000, 2),
  /** One more person (`p12`) or unit (`u5`) to tell. */
  mention: optional(line(20)),
});

/**
 * A note for colleagues; it never leaves the office. A mention tells somebody
 * who may see the case anyway; it opens the case to nobody, so that naming
 * anybody else is refused.
 */
export async function addNote(tx: Tx, actor: Actor, input: z.infer<typeof noteInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "note");
  const mentioned = await mentionedIn(tx, row, input);
  const data = await say(tx, actor, row.id, { kind: "note", body: input.note, seenBy: "office" }, now);
  const named: EventData = mentioned.length > 0 ? { mentions: mentioned.map(({ key }) => key).join(" ") } : {};
  const changed = await changeCase(tx, actor, row, { type: "note", data: { ...data, ...named } }, now);
  if (actor.kind === "staff") {
    const told = mentioned.flatMap(({ staffIds }) => staffIds).filter((id) => id !== actor.staffId);
    const news = { caseId: row.id, kind: "mention", position: changed.version, type: "note" } as const;
    await notify(tx, told, { ...news, actorName: actor.name }, now);
  }
  return changed;
}

async function mentionedIn(tx: Tx, row: CaseRow, input: z.infer<typeof noteInput>): Promise<MentionChoice[]> {
  if (!input.note.includes("@") && input.mention === undefined) return [];
  const choices = await mentionChoices(tx, row);
  const { keys, unknown } = findMentions(input.note, choices);
  for (const typed of unknown) {
    throw new InputRefusal({ note: (await isColleague(tx, typed)) ? "mention-unseen" : "mention-unknown" });
  }
  const wanted = input.mention === undefined ? keys : [...keys, input.mention];
  if (input.mention !== undefined && !choices.some(({ key }) => key === input.mention)) {
    throw new InputRefusal({ mention: "mention-unseen" });
  }
  return choices.filter(({ key }) => wanted.includes(key));
}
