import { z } from "zod";
import { readCaseCode } from "../../domain/case-code.ts";
import type { Actor } from "../../domain/actor.ts";
import type { CaseAct } from "../../domain/acts.ts";
import { type CaseScope, whyNot } from "../../domain/case-fits.ts";
import { may, mayInSomeState, mayView } from "../../domain/permissions.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type CaseRow, findCase, scopeOf } from "../../../db/cases.ts";
import type { Db } from "../../../db/store.server.ts";

/** Which case a command is about, and the version that the actor had before them. */
export const caseRef = z.object({
  code: z.string().transform((typed) => readCaseCode(typed) ?? ""),
  /** Left out by timers and by submitters, whose acts do not depend on what they last saw. */
  version: z.coerce.number().int().optional(),
});
export type CaseRef = z.infer<typeof caseRef>;

/**
 * Loads a case for an act: the first half of every command. Refuses with
 * `not-found` what the actor may not see, `forbidden` what is never theirs to
 * do, `stale` what changed since they read it, `wrong-state` what cannot be
 * done now, or a code that says more. `known` is what the caller knows beyond the case's row.
 */
export async function openCase(
  tx: Db,
  actor: Actor,
  ref: CaseRef,
  act: CaseAct,
  known: Partial<CaseScope> = {},
): Promise<CaseRow> {
  const row = await findCase(tx, ref.code);
  if (!row) throw new Refusal("not-found");
  const scope = { ...scopeOf(row), ...known };
  if (!mayView(actor, scope)) throw new Refusal("not-found");
  if (!mayInSomeState(actor, act, scope)) throw new Refusal("forbidden");
  if (ref.version !== undefined && ref.version !== row.version) throw new Refusal("stale");
  if (!may(actor, act, scope)) throw new Refusal(whyNot(actor, act, scope));
  return row;
}
