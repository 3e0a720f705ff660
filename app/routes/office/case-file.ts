import { readCaseCode } from "../../domain/case-code.ts";
import { mayView } from "../../domain/permissions.ts";
import { type AttachmentRow, findCaseFile } from "../../../db/attachments.ts";
import { standingOf } from "../../../db/case-files.ts";
import { type CaseRow, findCase, scopeOf } from "../../../db/cases.ts";
import { evidenceFor } from "../../../db/office-case.ts";
import type { Db } from "../../../db/store.server.ts";
import type { StaffActor } from "../../domain/actor.ts";
import { getI18n } from "../../i18n.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { deliverFile } from "../../http/deliver-file.ts";
import type { Route } from "./+types/case-file";

/**
 * The clean copy of a file for those who may view its case; to everybody else
 * there is no such file. What a scanner has not passed is said to be closed.
 */
export async function loader({ context, params }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const row = await findCase(portal.store.read, readCaseCode(params.code) ?? "");
  const actor = context.get(actorContext);
  const seen = row !== null && actor.kind === "staff" && mayView(actor, scopeOf(row));
  const file = seen ? await findFile(portal.store.read, actor, row, params.id) : null;
  if (!file) return new Response(null, { status: 404 });
  const delivered = deliverFile(portal, file);
  if (delivered) return delivered;
  const standing = standingOf(file);
  const closed = standing === "infected" || standing === "refused" ? standing : "waiting";
  const lang = context.get(langContext);
  return new Response(getI18n(lang).getFixedT(lang, "attachments")(`office.blocked.${closed}`), {
    status: closed === "waiting" ? 409 : 403,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** A file of the case; evidence of an answer only for those who may read that answer. */
async function findFile(db: Db, actor: StaffActor, row: CaseRow, id: string): Promise<AttachmentRow | null> {
  const file = await findCaseFile(db, row.id, id);
  if (file && file.evidenceBy === null) return file;
  return (await evidenceFor(db, actor, row)).find(({ publicId }) => publicId === id) ?? null;
}
