import type { Actor } from "../domain/actor.ts";
import type { CaseRow } from "../../db/cases.ts";
import { partsOf } from "../../db/parts.ts";
import type { Tx } from "../../db/store.server.ts";
import { eraseIdentityOf } from "./steps/erase-identity.ts";
import { type CaseRef, openCase } from "./steps/open-case.ts";

/** The submitter has who they are erased from one case. They go on with code and secret, as an anonymous sender would. */
export async function eraseIdentity(tx: Tx, actor: Actor, input: CaseRef, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "erase-identity");
  for (const part of await partsOf(tx, row.id)) {
    if (part.identityErasedAt === null) await eraseIdentityOf(tx, actor, part, now);
  }
  return eraseIdentityOf(tx, actor, row, now);
}
