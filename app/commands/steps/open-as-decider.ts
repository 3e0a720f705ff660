import type { Actor } from "../../domain/actor.ts";
import { type CaseRow, findCase } from "../../../db/cases.ts";
import { hadPart } from "../../../db/disputes.ts";
import type { Tx } from "../../../db/store.server.ts";
import { type CaseRef, openCase } from "./open-case.ts";

/** Opens a case for deciding its dispute: whoever had a part in the answer is `forbidden`. */
export async function openAsDecider(tx: Tx, actor: Actor, ref: CaseRef, act: "reopen" | "uphold"): Promise<CaseRow> {
  const row = await findCase(tx, ref.code);
  const fresh = row !== null && actor.kind === "staff" && !(await hadPart(tx, row, actor.staffId));
  return openCase(tx, actor, ref, act, { fresh });
}
