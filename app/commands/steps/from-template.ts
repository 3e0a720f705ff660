import { optional, rowId } from "../../domain/fields.ts";
import type { Actor } from "../../domain/actor.ts";
import { keptShare, type TemplatePurpose } from "../../domain/templates.ts";
import { type CaseRow, findCase } from "../../../db/cases.ts";
import { rememberBeside } from "../../../db/done-acts.ts";
import { closeUse, noteUse, openUses } from "../../../db/template-uses.ts";
import type { Tx } from "../../../db/store.server.ts";
import { filledFor } from "./fill-template.ts";

/** Which template a text began as. */
export const templateUsed = { templateId: optional(rowId) };

interface Used {
  readonly code: string;
  readonly templateId?: number | undefined;
}

type Run<I, R> = (tx: Tx, actor: Actor, input: I, now: Date) => Promise<R>;

/**
 * A command whose text may have begun as a template: keeps which one, and, once
 * the text is sent, how much of it was kept. `textOf` gives what is sent; null
 * while it is a draft.
 */
export function fromTemplate<I extends { code: string }, R>(
  purpose: TemplatePurpose,
  command: Run<I, R>,
  textOf: (input: I) => string | null,
): Run<I & Used, R> {
  return async (tx, actor, input, now) => {
    const done = await command(tx, actor, input, now);
    const row = await findCase(tx, input.code);
    if (row && actor.kind === "staff") await keepUse(tx, actor, row, { purpose, input, text: textOf(input) }, now);
    return done;
  };
}

async function keepUse(
  tx: Tx,
  actor: Extract<Actor, { kind: "staff" }>,
  row: CaseRow,
  { purpose, input, text }: { purpose: TemplatePurpose; input: Used; text: string | null },
  now: Date,
): Promise<void> {
  const { templateId } = input;
  const made: number[] = [];
  if (templateId !== undefined) {
    const filled = await filledFor(tx, actor, row, templateId, purpose, now);
    const { agencyId, staffId } = actor;
    // What is not offered, or no more since it was put in, counts for nothing and holds up no letter.
    const use = { templateId, caseId: row.id, purpose, agencyId, staffId, at: now };
    const noted = filled === null ? null : await noteUse(tx, { ...use, filled });
    if (noted !== null) made.push(noted);
  }
  if (text === null) return;
  const open = await openUses(tx, row.id, purpose);
  for (const use of open) await closeUse(tx, use.id, keptShare(use.filled, text));
  if (open.length > 0) await rememberBeside(tx, row, { uses: { made, closed: open.map(({ id }) => id) } });
}
