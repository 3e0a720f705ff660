import type { Actor } from "../../domain/actor.ts";
import { Refusal } from "../../domain/refusal.ts";
import { cleanText } from "../../domain/text.ts";
import { addedPersonal } from "../../domain/translation-check.ts";
import { noDraft, sourceHash, updateSegment } from "../../../db/segments.ts";
import type { Tx } from "../../../db/store.server.ts";
import { changeTranslation, openTranslation } from "./change-translation.ts";
import type { CaseRef } from "./open-case.ts";
import { translationMeasure } from "./translation-measure.ts";

/**
 * Keeps what a machine has drafted, as drafts of a machine: whoever asked for
 * them counts as their translator, so that another person approves them. What
 * brings in something that may name somebody is not kept, since nobody has
 * confirmed it. Returns how many were kept.
 */
export async function keepMachineDrafts(
  tx: Tx,
  actor: Actor,
  input: CaseRef & { readonly drafts: Readonly<Record<string, string>> },
  now: Date,
): Promise<number> {
  const open = await openTranslation(tx, actor, input, "translate");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { names, rules } = await translationMeasure(tx, open.row, now);
  const drafted = open.segments.flatMap((segment) => {
    const text = cleanText(input.drafts[segment.given] ?? "");
    if (text === "" || segment.draft !== null) return [];
    return addedPersonal(segment.source, text, names, rules).length > 0 ? [] : [{ segment, text }];
  });
  for (const { segment, text } of drafted) {
    const made = { draft: text, draftHash: sourceHash(segment.source), draftMachine: true };
    await updateSegment(tx, segment.id, { ...noDraft, ...made, draftBy: actor.staffId, draftAt: now });
  }
  if (drafted.length === 0) return 0;
  await changeTranslation(tx, actor, open, { type: "translate", data: { segments: drafted.length } }, now);
  return drafted.length;
}
