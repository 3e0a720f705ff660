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

const moreCalls = [
  { call: "POST /api/v1/cases/{code}/messages, /rating, /dispute, /objection, /withdraw, /data, …", what: "acts" },
  { call: "GET /api/v1/barriers, /barriers/{document}/{provision}", what: "register" },
  { call: "GET /api/v1/changes, /changes/{id}", what: "changes" },
  { call: "GET /api/v1/statistics", what: "statistics" },
  { call: "GET /api/v1/takedowns", what: "takedowns" },
] as const;

const files = [
  { address: "/open-data/manifest.json, dictionary.json, SHA256SUMS", what: "manifest" },
  { address: "/open-data/cases.csv, cases.jsonl, …", what: "openData" },
  { address: "/{lang}/cases.atom, cases.json", what: "feeds" },
  { address: "/{lang}/cases/{code}/badge, badge.svg", what: "badge" },
  { address: "/ledger/checkpoint, keys, verify.mjs", what: "ledger" },
  { address: "/ledger/leaves/{number}, consistency/{from}-{to}.json", what: "leaves" },
  { address: "/ledger/cases/{code}.json", what: "proof" },
  { address: "/receipt-key.pem, /.well-known/cau-noi-receipt-keys.json", what: "receiptKeys" },
] as const;

const geoCalls = [
  { call: "GET /open311/v2/discovery.xml", what: "discovery" },
  { call: "GET /open311/v2/services.xml", what: "services" },
  { call: "GET /open311/v2/services/{code}.xml", what: "service" },
  { call: "POST /open311/v2/requests.xml", what: "file" },
  { call: "GET /open311/v2/requests.xml, /requests/{id}.xml", what: "read" },
  { call: "GET, POST /open311/v2/servicerequestupdates.xml", what: "updates" },
] as const;

const systemCalls = [
  { call: "GET, POST /api/v1/webhooks, /webhooks/{id}/…", what: "manage" },
  { call: "POST /api/v1/tasks/{id}/reports", what: "report" },
] as const;

/** A short way in for programs; the description itself is served as OpenAPI. */
export default function Api({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("public");
  const { t: geo } = useTranslation("open311");
  const { t: own, i18n } = useTranslation("developers");
  const listed = (found: unknown) => (Array.isArray(found) ? found.map(String) : []);
  const points = listed(geo("page.points", { returnObjects: true }));
  const filters = listed(own("filters.points", { returnObjects: true }));
  const root = loaderData.publicUrl;
  const examples = [
    `curl '${root}/api/v1/cases?kind=barrier&province=01&limit=5'`,
    `curl '${root}/api/v1/barriers?sort=reports'`,
    `curl --compressed -O '${root}/open-data/cases.csv'`,
    `curl '${root}/${i18n.language}/cases.json'`,
    `curl '${root}/open311/v2/requests.json?page=1&page_size=5'`,
  ];
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
          pairs={[
            ...calls.map(({ call, what }) => ({ label: <code>{call}</code>, value: t(`api.of.${what}`) })),
            ...moreCalls.map(({ call, what }) => ({ label: <code>{call}</code>, value: own(`calls.${what}`) })),
          ]}
        />
      </section>
      <section className="column">
        <h2>{own("filters.title")}</h2>
        <ul>
          {filters.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section className="column">
        <h2>{own("files.title")}</h2>
        <p>{own("files.lead")}</p>
        <Dl
          look="stacked"
          pairs={files.map(({ address, what }) => ({ label: <code>{address}</code>, value: own(`files.${what}`) }))}
        />
        <p>
          {own("more")}: <a href={`/${i18n.language}/open-data`}>{own("moreLinks.openData")}</a>,{" "}
          <a href={`/${i18n.language}/ledger`}>{own("moreLinks.ledger")}</a>
        </p>
      </section>
      <Prose name="api.keys" />
      <Prose name="api.rules" />
      <section className="column">
        <h2>{own("webhooks.title")}</h2>
        <p>{own("webhooks.lead")}</p>
        <Dl
          look="stacked"
          pairs={systemCalls.map(({ call, what }) => ({ label: <code>{call}</code>, value: own(`webhooks.${what}`) }))}
        />
      </section>
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
          <code>{examples.join("\n")}</code>
        </pre>
      </section>
    </PublicPage>
  );
}
