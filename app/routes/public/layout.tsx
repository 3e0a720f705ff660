import { isRouteErrorResponse, Outlet, useRouteError } from "react-router";
import { useTranslation } from "react-i18next";
import { portalContext } from "../../http/context.ts";
import { readDisplay } from "../../http/display.ts";
import { notFound } from "../../http/perform.ts";
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
    site: siteOf(env),
    publicUrl: env.PUBLIC_URL,
    demo: env.DEMO === "on",
    display: readDisplay(request.headers.get("cookie")),
  };
}

function siteOf(env: Env): Site {
  return {
    operatorName: env.OPERATOR_NAME,
    unit: env.OPERATOR_UNIT,
    responsible: env.OPERATOR_RESPONSIBLE,
    address: env.OPERATOR_ADDRESS,
    phone: env.OPERATOR_PHONE,
    email: env.OPERATOR_EMAIL,
    hours: env.OPERATOR_HOURS,
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
