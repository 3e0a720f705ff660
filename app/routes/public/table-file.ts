import { findDossier } from "../../../db/dossiers.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import { notFound } from "../../http/perform.ts";
import { asCsv, tableTemplate } from "../../http/read-table.ts";
import { getI18n } from "../../i18n.ts";
import type { Route } from "./+types/table-file";

/** The template of the table, and the list of what this session has just filed. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  if (params.file === "template.csv") return csv(tableTemplate(lang), `vuong-mac-${lang}.csv`);
  if (params.file !== "codes.csv") throw notFound();
  const token = readFormToken(request, env.PUBLIC_URL);
  const dossier = token ? await findDossier(store.read, token, clock()) : null;
  if (!dossier) throw notFound();
  const t = getI18n(lang).getFixedT(lang, "barrier");
  const head = [t("table.dossier"), t("table.line"), t("table.code"), t("table.secret"), t("table.caseTitle")];
  const rows = dossier.rows.map(({ line, code, secret, title }) => [dossier.code, String(line), code, secret, title]);
  return csv(asCsv([head, ...rows]), `${dossier.code}.csv`);
}

function csv(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
