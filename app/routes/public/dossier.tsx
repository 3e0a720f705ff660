import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { flowOf } from "../../domain/form-steps.ts";
import { isKind } from "../../domain/forms.ts";
import { findDraft } from "../../../db/drafts.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { dossierOf } from "../../http/dossier.ts";
import { readFormToken } from "../../http/form-session.ts";
import { notFound } from "../../http/perform.ts";
import type { Route } from "./+types/dossier";
import { DossierView } from "./dossier-view.tsx";
import { PublicPage } from "./public-page.tsx";
import { address, dossierAddress, openingView } from "./submission-address.ts";

/** Everything written so far on one page, for reading and for paper; half-finished ones too. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { kind } = params;
  if (!isKind(kind) || flowOf(kind) !== "tasks") throw notFound();
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const token = readFormToken(request, env.PUBLIC_URL);
  const draft = token ? await findDraft(store.read, token, now) : null;
  if (draft?.kind !== kind) throw redirect(address(lang, kind, openingView(kind)));
  return { kind, lang, dossier: await dossierOf(store.read, draft, lang, now) };
}

export default function DossierPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("initiative");
  const { kind, lang, dossier } = loaderData;
  return (
    <PublicPage title={t("dossier.title")} unlisted back={{ href: address(lang, kind, openingView(kind)) }}>
      <h1>{t("dossier.title")}</h1>
      <p className="no-print">
        {t("dossier.print")} <a href={`${dossierAddress(lang, kind)}.pdf`}>{t("dossier.pdf")}</a>
      </p>
      <DossierView dossier={dossier} textLang={lang} />
    </PublicPage>
  );
}
