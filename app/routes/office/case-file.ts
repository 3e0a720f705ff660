import { readCaseCode } from "../../domain/case-code.ts";
import { mayView } from "../../domain/permissions.ts";
import { findCaseFile } from "../../../db/attachments.ts";
import { standingOf } from "../../../db/case-files.ts";
import { findCase, scopeOf } from "../../../db/cases.ts";
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
  const seen = row !== null && mayView(context.get(actorContext), scopeOf(row));
  const file = seen ? await findCaseFile(portal.store.read, row.id, params.id) : null;
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
