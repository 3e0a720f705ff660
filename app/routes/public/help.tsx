import { useRouteLoaderData } from "react-router";
import { useTranslation } from "react-i18next";
import { Dl } from "../../components/dl.tsx";
import { Filled } from "../../components/filled.tsx";
import { localDate } from "../../domain/calendar.ts";
import { kinds } from "../../domain/case-kind.ts";
import type { DeadlineStep } from "../../domain/deadlines.ts";
import { ruleInForce } from "../../../db/deadline-settings.ts";
import { langContext, portalContext } from "../../http/context.ts";
import type { Route } from "./+types/help";
import { Prose } from "./prose.tsx";
import type { loader as layoutLoader } from "./layout.tsx";
import { PublicPage } from "./public-page.tsx";

/** The time limits in force today, as the database has them. */
export async function loader({ context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const day = localDate(clock());
  const limitOf = async (step: DeadlineStep, kind: (typeof kinds)[number], what: string) => {
    const rule = await ruleInForce(store.read, step, kind, day);
    return { what, amount: rule.amount, unit: rule.unit, basis: lang === "en" ? rule.basisEn : rule.basisVi };
  };
  const limits = await Promise.all([
    limitOf("triage", "feedback", "triage"),
    ...kinds.map((kind) => limitOf("answer", kind, kind)),
    limitOf("supplement", "feedback", "supplement"),
    limitOf("close", "feedback", "close"),
  ]);
  return { limits };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

export default function Help({ loaderData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("public");
  const lang = i18n.language;
  return (
    <PublicPage title={t("help.title")} description={t("help.lead")}>
      <h1>{t("help.title")}</h1>
      <p className="lead">{t("help.lead")}</p>
      <Prose name="help.kinds" />
      <Prose name="help.write" />
      <Prose name="help.way" ordered />
      <section id="limits">
        <h2>{t("help.limits.title")}</h2>
        <p className="column">{t("help.limits.text")}</p>
        <Dl
          pairs={loaderData.limits.map(({ what, unit, amount, basis }) => ({
            label: t(`help.limits.of.${what}`),
            value: (
              <>
                <strong>
                  {t(unit === "days" ? "help.limits.days" : "help.limits.workingDays", { count: amount })}
                </strong>
                <p>{basis}</p>
              </>
            ),
          }))}
        />
      </section>
      <Prose name="help.published" />
      <Prose name="help.secret" />
      <Prose name="help.after" />
      <Prose name="help.elsewhere" />
      <Prose name="help.contact" id="contact" />
      <Contact />
      <p className="cluster">
        <a href={`/${lang}/submit/elsewhere`}>{t("elsewhere.title")}</a>
        <a href={`/${lang}/privacy`}>{t("privacy.title")}</a>
        <a href={`/${lang}/accessibility`}>{t("accessibility.title")}</a>
      </p>
    </PublicPage>
  );
}

/** How to reach whoever runs the portal, as far as it is published. */
function Contact() {
  const { t } = useTranslation("public");
  const { t: furniture } = useTranslation("furniture");
  const { phone, email, address, hours } = useRouteLoaderData<typeof layoutLoader>("routes/public/layout")?.site ?? {};
  if (!phone && !email) return <p className="column">{t("help.contact.none")}</p>;
  return (
    <ul className="column">
      {phone && (
        <li>
          {furniture("footer.phone")}: <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
        </li>
      )}
      {email && (
        <li>
          {furniture("footer.email")}: <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {address && (
        <li>
          <Filled
            text={furniture("footer.address")}
            parts={{ address: <bdi lang={address.lang}>{address.text}</bdi> }}
          />
        </li>
      )}
      {hours && (
        <li>
          <Filled text={furniture("footer.hours")} parts={{ hours: <bdi lang={hours.lang}>{hours.text}</bdi> }} />
        </li>
      )}
    </ul>
  );
}
