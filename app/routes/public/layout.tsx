import { isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { useTranslation } from "react-i18next";
import { portalContext } from "../../http/context.ts";
import { readDisplay } from "../../http/display.ts";
import { notFound } from "../../http/perform.ts";
import type { Lang } from "../../domain/case-kind.ts";
import { spoken } from "../../domain/spoken.ts";
import type { Env } from "../../env.server.ts";
import type { Site } from "../../components/page-shell.tsx";
import type { Route } from "./+types/layout";
import { PublicPage } from "./public-page.tsx";

/** Every public page stands under `/vi` or `/en`; any other first word is no page. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  const { lang } = params;
  if (lang !== "vi" && lang !== "en") throw notFound();
  const { env } = context.get(portalContext);
  return {
    lang,
    site: siteOf(env, lang),
    publicUrl: env.PUBLIC_URL,
    demo: env.DEMO === "on",
    display: readDisplay(request.headers.get("cookie")),
  };
}

/** Who runs the portal, in the words of the page's language where they are set, else in the other's. */
function siteOf(env: Env, lang: Lang): Site {
  const said = (vi: string | undefined, en: string | undefined) =>
    vi || en ? spoken({ vi: vi || null, en: en || null }, lang) : undefined;
  return {
    operatorName: said(env.OPERATOR_NAME, env.OPERATOR_NAME_EN),
    unit: said(env.OPERATOR_UNIT, env.OPERATOR_UNIT_EN),
    responsible: said(env.OPERATOR_RESPONSIBLE, env.OPERATOR_RESPONSIBLE_EN),
    address: said(env.OPERATOR_ADDRESS, env.OPERATOR_ADDRESS_EN),
    phone: env.OPERATOR_PHONE,
    email: env.OPERATOR_EMAIL,
    hours: said(env.OPERATOR_HOURS, env.OPERATOR_HOURS_EN),
  };
}

export default function Layout() {
  return <Outlet />;
}

/** A page that cannot be shown, inside the frame, so that the reader can go on from it. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t, i18n } = useTranslation("errors");
  const status = isRouteErrorResponse(error) ? error.status : 503;
  const known = i18n.exists(`errors:status.${status}.title`) ? status : 503;
  return (
    <PublicPage title={t(`status.${known}.title`)} unlisted>
      <h1>{t(`status.${known}.title`)}</h1>
      <p>{t(`status.${known}.text`)}</p>
      <p>
        <a href={`/${i18n.language}`}>{t("home")}</a>
      </p>
    </PublicPage>
  );
}
