import { useTranslation } from "react-i18next";
import { Dl } from "../../components/dl.tsx";
import { portalContext } from "../../http/context.ts";
import type { Route } from "./+types/api";
import { Prose } from "./prose.tsx";
import { PublicPage } from "./public-page.tsx";

export function loader({ context }: Route.LoaderArgs) {
  return { publicUrl: context.get(portalContext).env.PUBLIC_URL };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

const calls = [
  { call: "GET /api/v1/cases", what: "list" },
  { call: "GET /api/v1/cases/{code}", what: "read" },
  { call: "POST /api/v1/cases", what: "submit" },
  { call: "POST /api/v1/cases/lookup", what: "lookup" },
  { call: "GET /api/v1/agencies, /provinces, /communes, /fields", what: "reference" },
  { call: "GET /api/v1/staff/cases", what: "staff" },
] as const;

const geoCalls = [
  { call: "GET /open311/v2/discovery.xml", what: "discovery" },
  { call: "GET /open311/v2/services.xml", what: "services" },
  { call: "GET /open311/v2/services/{code}.xml", what: "service" },
  { call: "POST /open311/v2/requests.xml", what: "file" },
  { call: "GET /open311/v2/requests.xml, /requests/{id}.xml", what: "read" },
  { call: "GET, POST /open311/v2/servicerequestupdates.xml", what: "updates" },
] as const;

/** A short way in for programs; the description itself is served as OpenAPI. */
export default function Api({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("public");
  const { t: geo } = useTranslation("open311");
  const told: unknown = geo("page.points", { returnObjects: true });
  const points = Array.isArray(told) ? told.map(String) : [];
  const root = loaderData.publicUrl;
  return (
    <PublicPage title={t("api.title")} description={t("api.lead")}>
      <h1>{t("api.title")}</h1>
      <p className="lead">{t("api.lead")}</p>
      <p>
        <a href="/api/openapi.json" type="application/json">
          {t("api.description")}
        </a>
      </p>
      <section className="column">
        <h2>{t("api.calls")}</h2>
        <Dl
          look="stacked"
          pairs={calls.map(({ call, what }) => ({ label: <code>{call}</code>, value: t(`api.of.${what}`) }))}
        />
      </section>
      <Prose name="api.keys" />
      <Prose name="api.rules" />
      <section className="column">
        <h2>{geo("page.title")}</h2>
        <p>{geo("page.lead")}</p>
        <Dl
          look="stacked"
          pairs={geoCalls.map(({ call, what }) => ({ label: <code>{call}</code>, value: geo(`page.of.${what}`) }))}
        />
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section className="column">
        <h2>{t("api.exampleTitle")}</h2>
        {/* A box that scrolls has to be reachable by keyboard. */}
        <pre tabIndex={0} role="region" aria-label={t("api.exampleTitle")}>
          <code>{`curl '${root}/api/v1/cases?limit=5'\ncurl '${root}/open311/v2/requests.json?page=1&page_size=5'`}</code>
        </pre>
      </section>
    </PublicPage>
  );
}
