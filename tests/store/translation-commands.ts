import { approveSegments } from "../../app/commands/approve-segments.ts";
import { returnTranslation } from "../../app/commands/return-translation.ts";
import { translateSegments } from "../../app/commands/translate-segments.ts";
import { publicationOfCase } from "../../db/publications.ts";
import { findCaseId } from "../../db/cases.ts";
import { ensureSegments, sourceHash, updateSegment } from "../../db/segments.ts";
import type { Tx } from "../../db/store.server.ts";
import type { CaseCommand } from "./case-commands.ts";

/** The first segment of a case, with a draft that nobody of the editors has written; 0 where nothing is published. */
async function drafted(tx: Tx, code: string): Promise<number> {
  const publication = await publicationOfCase(tx, await findCaseId(tx, code));
  const [first] = publication ? await ensureSegments(tx, publication, publication.updatedAt) : [];
  if (!first) return 0;
  await updateSegment(tx, first.id, { draft: "A draft", draftHash: sourceHash(first.source), draftMachine: true });
  return first.id;
}

/** What is done to the translation of a published case. */
export const translationCommands: Record<string, CaseCommand> = {
  "translate-segments": {
    act: "translate",
    possible: ["published", "objected"],
    who: ["editor"],
    run: () => async (tx, actor, ref, now) => {
      const id = await drafted(tx, ref.code);
      const by = { segments: { [id]: "Another wording" }, confirmed: { [id]: "yes" as const } };
      return translateSegments(tx, actor, { ...ref, ...by }, now);
    },
  },
  "approve-segments": {
    act: "approve-translation",
    possible: ["published", "objected"],
    who: ["editor"],
    run: () => async (tx, actor, ref, now) => {
      const id = await drafted(tx, ref.code);
      return approveSegments(tx, actor, { ...ref, segments: [id] }, now);
    },
  },
  "return-translation": {
    act: "return-translation",
    possible: ["published", "objected"],
    who: ["editor"],
    run: () => async (tx, actor, ref, now) => {
      await drafted(tx, ref.code);
      return returnTranslation(tx, actor, { ...ref, reason: "Sai thuật ngữ." }, now);
    },
  },
};
