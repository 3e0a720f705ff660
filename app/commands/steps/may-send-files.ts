import type { Actor } from "../../domain/actor.ts";
import { Refusal } from "../../domain/refusal.ts";
import { evidenceOwner } from "../../../db/evidence.ts";
import type { Tx } from "../../../db/store.server.ts";
import { openCase } from "./open-case.ts";

/** For whom files are sent or taken back. */
export interface FileSender {
  readonly owners: readonly string[];
  /** The code of the case whose answer they are evidence for; nothing for files of submitters. */
  readonly evidenceOf?: string;
}

/**
 * Files come from those who submit and those who reply; and, as evidence of an
 * answer, from whoever may write that answer now.
 */
export async function maySendFiles(tx: Tx, actor: Actor, { owners, evidenceOf }: FileSender): Promise<void> {
  if (actor.kind === "public" || actor.kind === "submitter") return;
  if (actor.kind !== "staff" || evidenceOf === undefined) throw new Refusal("forbidden");
  const row = await openCase(tx, actor, { code: evidenceOf }, "draft");
  const own = evidenceOwner(tx, row);
  if (owners.some((owner) => owner !== own)) throw new Refusal("forbidden");
}
