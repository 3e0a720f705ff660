import type { Actor } from "../../domain/actor.ts";
import { eraseAttachmentsOf } from "../../../db/erase-attachments.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { eraseReasons } from "../../../db/identity-acts.ts";
import { shredSalts } from "../../../db/ledger/salts.ts";
import { deleteLinksOfCase } from "../../../db/mailed-links.ts";
import { dropMailOf } from "../../../db/outbox.ts";
import { deletePublication } from "../../../db/publications.ts";
import { eraseReporter } from "../../../db/reporters.ts";
import type { Tx } from "../../../db/store.server.ts";
import { changeCase } from "./change-case.ts";
import { noteIdentityAct } from "./note-identity.ts";

/**
 * Makes a case one that nobody can say any more who sent. Destroyed: the keys
 * of the identity and of the files with everything sealed under them, the exact
 * place, the reasons for which people looked, the mail that waits, and what hides
 * the case in the public log, so that nobody can open its leaves. What was
 * published is taken down and nothing more is published. The text stays with
 * the agency as a record of its work.
 */
export async function eraseIdentityOf(tx: Tx, actor: Actor, row: CaseRow, now: Date): Promise<CaseRow> {
  await eraseReporter(tx, row.id);
  await eraseAttachmentsOf(tx, row, now);
  await eraseReasons(tx, row.id);
  await dropMailOf(tx, "reporter", row.id);
  await deleteLinksOfCase(tx, row.id);
  await shredSalts(tx, row.id);
  const set = {
    identityErasedAt: now,
    address: null,
    latE6: null,
    longE6: null,
    clerkId: null,
    publishConsent: false,
    published: false,
  };
  const changed = await changeCase(tx, actor, row, { type: "erase-identity", seenBy: "submitter", set }, now);
  if (row.published) await deletePublication(tx, row.id);
  await noteIdentityAct(tx, actor, { type: "erase-identity", caseId: row.id }, now);
  return changed;
}
