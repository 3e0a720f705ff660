import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/answers";
import { listAnswers } from "../../../db/answers.ts";
import { officeCase } from "../../../db/office-case.ts";
import { findStaff } from "../../../db/staff.ts";
import { LangText } from "../../components/lang-text.tsx";
import { Time } from "../../components/time.tsx";
import { WordingDiff } from "../../components/wording-diff.tsx";
import { readCaseCode } from "../../domain/case-code.ts";
import { outcomeFields } from "../../domain/outcome.ts";
import { textsOf } from "../../http/case-page.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { OutcomeList } from "./parts/outcome-list.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { PointList } from "../../components/point-list.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const found = await officeCase(store.read, actor, readCaseCode(params.code) ?? "", clock());
  // Drafts stay with those who write and sign them.
  if (!found || !(found.acts.includes("draft") || found.acts.includes("approve"))) throw notFound();
  const versions = [];
  for (const one of await listAnswers(store.read, found.row.id)) {
    if (one.agencyId !== found.row.agencyId) continue;
    const by = await findStaff(store.read, one.draftedBy);
    versions.push({
      id: one.id,
      state: one.state,
      body: one.body,
      lang: one.lang,
      outcome: textsOf(one.outcome),
      points: one.points ?? [],
      at: one.draftedAt,
      by: by?.name ?? "",
    });
  }
  return { code: found.row.code, versions, outcomeFields };
}

/** Every version of a case's answer with what changed from one to the next, the newest first. */
export default function Answers({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["answering", "office"]);
  const { code, versions, outcomeFields: fields } = loaderData;
  const rows = versions.map((version, index) => ({ version, before: versions[index - 1] ?? null })).toReversed();
  return (
    <>
      <PageTitle>{`${t("versions.title")} ${code}`}</PageTitle>
      <h1>{t("versions.title")}</h1>
      <p>
        <Link to={`/office/cases/${code}`}>{t("versions.back")}</Link>
      </p>
      <ol className="consults">
        {rows.map(({ version, before }) => (
          <li key={version.id}>
            <article className="consult">
              <h2>
                {t(`office:answerState.${version.state}`)} · <Time value={version.at} format="time" />
              </h2>
              <p className="muted">{version.by}</p>
              {!before && <LangText text={version.body} lang={version.lang} />}
              {before && before.body === version.body && <p className="muted">{t("versions.same")}</p>}
              {before && before.body !== version.body && (
                <>
                  <h3>{t("versions.diff")}</h3>
                  <WordingDiff present={before.body} proposed={version.body} />
                </>
              )}
              <OutcomeList page={{ outcomeFields: fields }} answer={version} />
              <PointList points={version.points} />
            </article>
          </li>
        ))}
      </ol>
    </>
  );
}
