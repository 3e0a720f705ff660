import { flowOf } from "../../domain/form-steps.ts";
import { isKind } from "../../domain/forms.ts";
import { findDraft } from "../../../db/drafts.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { dossierOf } from "../../http/dossier.ts";
import { readFormToken } from "../../http/form-session.ts";
import { notFound } from "../../http/perform.ts";
import { dossierPdf } from "../../pdf/dossier-pdf.ts";
import type { Route } from "./+types/dossier-pdf";

/** The session's dossier as a tagged PDF. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { kind } = params;
  if (!isKind(kind) || flowOf(kind) !== "tasks") throw notFound();
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const token = readFormToken(request, env.PUBLIC_URL);
  const draft = token ? await findDraft(store.read, token, now) : null;
  if (draft?.kind !== kind) throw notFound();
  const bytes = await dossierPdf(await dossierOf(store.read, draft, lang, now), lang);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="dossier-${lang}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
