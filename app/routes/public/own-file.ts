import { findCaseFile } from "../../../db/attachments.ts";
import { portalContext } from "../../http/context.ts";
import { deliverFile } from "../../http/deliver-file.ts";
import { findSent } from "../../http/own-files.ts";
import type { Route } from "./+types/own-file";
import { openByPass } from "./tracking.ts";

/** A file for the one who sent it: not filed yet, or in the case that this browser's pass opens. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const sent = await findSent(request, context, params.id ?? "");
  const own = sent ? null : await openByPass(request, context, portal.clock());
  const row = sent?.row ?? (own ? await findCaseFile(portal.store.read, own.id, params.id ?? "") : null);
  return (row && deliverFile(portal, row)) ?? new Response(null, { status: 404 });
}
