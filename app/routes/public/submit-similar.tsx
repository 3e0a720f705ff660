import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { ButtonLink } from "../../components/button.tsx";
import { CardList, CaseCard } from "../../components/case-card.tsx";
import { isKind } from "../../domain/forms.ts";
import { askedOf } from "../../domain/similar-draft.ts";
import { answerStands } from "../../domain/published-answer.ts";
import { spoken, spokenTitle } from "../../domain/spoken.ts";
import { openingWords } from "../../domain/text.ts";
import { firstStep } from "../../domain/form-steps.ts";
import { findDraft } from "../../../db/drafts.ts";
import { placeWords } from "../../../db/place-words.ts";
import { type SimilarCase, similarTo } from "../../../db/similar.ts";
import type { Db } from "../../../db/store.server.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import { describeError, notFound } from "../../http/perform.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/submit-similar";
import { PublicPage } from "./public-page.tsx";
import { address, viewBefore } from "./submission-address.ts";
import { VoiceCount } from "./voice-count.tsx";

/**
 * Published cases near to the draft, before its check page. Shown only when
 * there are any: nothing here may stand between a person and sending.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { kind } = params;
  if (!isKind(kind)) throw notFound();
  const { store, env, clock, limiter, log } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const token = readFormToken(request, env.PUBLIC_URL);
  const draft = token ? await findDraft(store.read, token, now) : null;
  if (draft?.kind !== kind) throw redirect(address(lang, kind, firstStep(kind)));
  const check = address(lang, kind, "check");
  if (limiter.take("search", context.get(sourceContext)) > 0) throw redirect(check);
  const found = await nearCases(store.read, draft.answers);
  if (found.length === 0) throw redirect(check);

  const lists = await referenceLists(store, now);
  const publications = found.map(({ publication }) => publication);
  const placeOf = await placeWords(store.read, publications, lang);
  const english = lang === "en";
  return {
    kind,
    lang,
    check,
    back: address(lang, kind, viewBefore(kind, "check") ?? firstStep(kind)),
    cases: publications.map((item) => {
      const agency = item.agencyId === null ? null : lists.agencies.get(item.agencyId);
      return {
        code: item.code,
        kind: item.kind,
        status: item.status,
        title: spokenTitle(item, lang),
        excerpt: openingWords(spoken({ vi: item.questionVi, en: item.questionEn }, lang).text, 200),
        excerptLang: spoken({ vi: item.questionVi, en: item.questionEn }, lang).lang,
        outcome: answerStands(item) ? item.outcomeKind : null,
        agency: (english ? agency?.nameEn : agency?.nameVi) ?? "",
        place: placeOf(item),
        at: item.answeredAt ?? item.receivedOn,
        followers: item.followers,
        confirmed: item.confirmedFollowers,
      };
    }),
  };

  /** What cannot be searched now is not worth holding up a submission for. */
  async function nearCases(db: Db, answers: Record<string, string>): Promise<SimilarCase[]> {
    try {
      return await similarTo(db, askedOf(draft?.kind ?? "feedback", answers), now);
    } catch (error) {
      log.error(describeError(error), "similar cases not searched");
      return [];
    }
  }
}

export default function SubmitSimilar({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("similar");
  const { t: words } = useTranslation("public");
  const { kind, lang, cases, check, back } = loaderData;
  return (
    <PublicPage title={`${t("title")} - ${words(`submit.name.${kind}`)}`} unlisted back={{ href: back }}>
      <p className="muted step-counter">{words(`submit.name.${kind}`)}</p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead", { count: cases.length })}</p>
      <CardList label={t("title")}>
        {cases.map((item) => (
          <CaseCard
            key={item.code}
            href={`/${lang}/cases/${item.code}`}
            code={item.code}
            title={item.title.text}
            titleLang={item.title.lang}
            excerpt={item.excerpt}
            excerptLang={item.excerptLang}
            kind={item.kind}
            status={item.status}
            outcome={item.outcome ?? undefined}
            agency={item.agency || undefined}
            place={item.place || undefined}
            at={item.at}
            badge={
              item.followers > 0 && (
                <span>
                  <VoiceCount followers={item.followers} confirmed={item.confirmed} />
                </span>
              )
            }
            actions={
              <ButtonLink variant="secondary" href={`/${lang}/cases/${item.code}/follow?kind=${kind}`}>
                {t("meToo")}
                <span className="visually-hidden" lang={item.title.lang}>
                  : {item.title.text}
                </span>
              </ButtonLink>
            }
          />
        ))}
      </CardList>
      <section className="column">
        <h2>{t("otherTitle")}</h2>
        <p>{t("otherText")}</p>
        <ButtonLink href={check}>{t(`send.${kind}`)}</ButtonLink>
      </section>
    </PublicPage>
  );
}
