import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { isoDate, line, optional, rowId } from "../domain/fields.ts";
import { readReferences } from "../domain/legal-reference.ts";
import type { LegalDocument } from "../domain/legal-tokens.ts";
import { documentKey, nameKeyOf } from "../domain/legal-wording.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { findAgency } from "../../db/agencies.ts";
import { lawStream } from "../../db/events.ts";
import { findLaws, insertLaw, type Law, updateLaw } from "../../db/laws.ts";
import { askForCases, refreshDocument } from "../../db/register.ts";
import type { Tx } from "../../db/store.server.ts";
import { documentKnown, keysOfLaw } from "../../db/unknown-documents.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const saveLawInput = z
  .object({
    /** The key of a document that is known; left out for a new one. */
    key: optional(line(200)),
    version: z.coerce.number().int().optional(),
    /** Of a new one, as people cite it: "Nghị định 356/2025/NĐ-CP", "Luật Đất đai số 31/2024/QH15". */
    document: optional(line(300)),
    titleVi: line(300, 5),
    titleEn: line(300, 5),
    /** The first and the last day in force. */
    validFrom: isoDate,
    validTo: optional(isoDate),
    /** The document that takes its place, as people cite it. */
    replacedBy: optional(line(300)),
    /** The agency in charge of its text. */
    drafterId: optional(rowId),
  })
  .refine(namesDocument, { path: ["document"], error: "empty", when: () => true });
type Input = z.infer<typeof saveLawInput>;

/** Said together with what else is missing, however much that is. */
function namesDocument({ key, document }: { key?: unknown; document?: unknown }): boolean {
  return [key, document].some(Boolean);
}

/**
 * Adds a legal document, or says anew from when until when it is in force and
 * what takes its place. Answers and templates that cite it are checked against
 * it from now on; what was sent stays as it was sent.
 */
export async function saveLaw(tx: Tx, actor: Actor, input: Input, now: Date): Promise<Law> {
  mustManage(actor, "manage-laws");
  const { titleVi, titleEn, validFrom, validTo = null, drafterId = null } = input;
  if (drafterId !== null && !(await findAgency(tx, drafterId))) throw new InputRefusal({ drafterId: "unknown" });
  if (validTo !== null && validTo < validFrom) throw new InputRefusal({ validTo: "before" });
  if (input.key === undefined) {
    const document = documentIn(input.document);
    const key = documentKey(document);
    const replacedBy = await successorOf(tx, key, input);
    const { type, number, year, symbol, name } = document;
    const named = { key, type, number, year, symbol, name, nameKey: name === null ? null : nameKeyOf(document) };
    const law = await insertLaw(tx, {
      ...named,
      titleVi,
      titleEn,
      validFrom,
      validTo,
      replacedBy,
      drafterId,
      version: 1,
    });
    if (!law) throw new InputRefusal({ document: "taken" });
    await recordOfficeEvent(tx, actor, lawStream(law.key), "law-add", dataOf(law), now);
    await documentKnown(tx, law, now);
    return law;
  }
  const row = (await findLaws(tx, [input.key])).get(input.key);
  if (!row) throw new Refusal("not-found");
  if (row.version !== input.version) throw new Refusal("stale");
  const replacedBy = await successorOf(tx, row.key, input);
  const law = await updateLaw(tx, row, { titleVi, titleEn, validFrom, validTo, replacedBy, drafterId });
  if (!law) throw new Refusal("stale");
  await recordOfficeEvent(tx, actor, lawStream(law.key), "law-change", dataOf(law), now);
  await refreshDocument(tx, law);
  // "The Land Law" means the one in force: that may be another one now.
  if (law.validFrom !== row.validFrom) await askForCases(tx, keysOfLaw(law));
  return law;
}

type Numbered = LegalDocument & { readonly type: NonNullable<LegalDocument["type"]>; readonly number: string };

/** The one document that was typed, with its kind and its number. */
export function documentIn(typed: string | undefined): Numbered {
  if (typed === undefined) throw new InputRefusal({ document: "empty" });
  const [only, ...more] = readReferences(typed).flatMap(({ document }) => document ?? []);
  if (!only || more.length > 0 || only.number === null) throw new InputRefusal({ document: "unread" });
  const { type, number } = only;
  if (type === null) throw new InputRefusal({ document: "untyped" });
  return { ...only, type, number };
}

async function successorOf(tx: Tx, key: string, { replacedBy, validTo }: Input): Promise<string | null> {
  if (replacedBy === undefined) return null;
  if (validTo === undefined) throw new InputRefusal({ validTo: "needed" });
  const [document] = readReferences(replacedBy).flatMap((reference) => reference.document ?? []);
  const successor = documentKey(document ?? null);
  if (successor === key) throw new InputRefusal({ replacedBy: "itself" });
  if (!(await findLaws(tx, [successor])).has(successor)) throw new InputRefusal({ replacedBy: "unknown" });
  return successor;
}

const dataOf = ({ key, validFrom, validTo, replacedBy, drafterId }: Law) => ({
  key,
  validFrom,
  validTo,
  replacedBy,
  drafterId,
});
