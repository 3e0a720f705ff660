import { redirect } from "react-router";
import { useTranslation } from "react-i18next";
import { CodeText } from "../../components/code-text.tsx";
import { Dl } from "../../components/dl.tsx";
import { PromiseLine } from "../../components/promise-line.tsx";
import { Notice } from "../../components/notice.tsx";
import { MaskedText } from "../../components/masked-text.tsx";
import { SegmentedText } from "./segmented-text.tsx";
import { UntranslatedMark } from "../../components/untranslated.tsx";
import { dateWords } from "../../components/date-words.ts";
import { readCaseCode } from "../../domain/case-code.ts";
import { publishedMasks } from "../../domain/published-masks.ts";
import { otherLanguage } from "../../domain/case-kind.ts";
import { documentWording } from "../../domain/legal-wording.ts";
import { answerStateOf } from "../../domain/published-answer.ts";
import { joinSegments } from "../../domain/segments.ts";
import { openingWords } from "../../domain/text.ts";
import { amendmentsCited } from "../../../db/cited-amendments.ts";
import { publicView } from "../../../db/case-views.ts";
import { publicLeadOf } from "../../../db/merges.ts";
import { findCommune } from "../../../db/places.ts";
import { findPublication } from "../../../db/publications.ts";
import { segmentsOfPublication } from "../../../db/segments.ts";
import { entriesOfCase } from "../../../db/register-lists.ts";
import { termNames } from "../../../db/terms.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/case";
import { provisionWords } from "./barrier-view.ts";
import { wayOf } from "./case-model.ts";
import { caseTexts, sourceOutcome } from "./case-texts.ts";
import { capital, CaseHeadline, CaseWaySections, OutcomeDetails } from "./case-parts.tsx";
import { EmbedBadge } from "./embed-badge.tsx";
import { FollowLink } from "./follow-link.tsx";
import { PublicPage } from "./public-page.tsx";
import { TranslationNotice } from "./translation-notice.tsx";
import { VerifyHistory } from "./verify-history.tsx";

/**
 * A published case. One that goes on under another leads to that case's page;
 * what does not exist and what is not published are the same 404.
 */
export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store, clock, env } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const code = readCaseCode(params.code.slice(0, 60));
  const publication = code === null ? null : await findPublication(store.read, code);
  const view = publication && (await publicView(store.read, publication, now));
  if (!publication || !view) {
    const leadCode = code === null ? null : await publicLeadOf(store.read, code);
    if (code === null || leadCode === null) throw notFound();
    throw redirect(`/${lang}/cases/${leadCode}?merged=${code}`, 303);
  }
  const merged = readCaseCode((url.searchParams.get("merged") ?? "").slice(0, 60));
  const lists = await referenceLists(store, now);
  const english = lang === "en";
  const name = (item: { nameVi: string; nameEn: string } | null | undefined) =>
    (english ? item?.nameEn : item?.nameVi) ?? "";
  const commune = publication.communeCode ? await findCommune(store.read, publication.communeCode) : null;
  const province = lists.provinces.find((known) => known.code === publication.provinceCode);
  const field = publication.field
    ? (await termNames(store.read, [publication.field])).get(`field/${publication.field}`)
    : null;
  return {
    publicUrl: env.PUBLIC_URL,
    code: publication.code,
    /** The address of a case that goes on under this one led here. */
    merged: merged !== null && (await publicLeadOf(store.read, merged)) === publication.code ? merged : null,
    kind: publication.kind,
    texts: caseTexts(publication, await segmentsOfPublication(store.read, publication), lang),
    masks: publishedMasks(publication),
    outcome: sourceOutcome(publication),
    original: publication.lang,
    lang,
    agency: name(view.agency),
    place: [name(commune), name(province)].filter(Boolean).join(", "),
    field: name(field),
    answeredAt: publication.answeredAt,
    inTime: publication.answeredAt !== null && publication.answeredAt < publication.dueAt,
    rating:
      publication.ratingLevel === null
        ? null
        : { level: publication.ratingLevel, solved: publication.ratingSolved === true },
    publishedAt: publication.publishedAt,
    updatedAt: publication.updatedAt,
    followers: publication.followers,
    confirmed: publication.confirmedFollowers,
    standing: answerStateOf(publication),
    // A case that an agency was wrongly given comes back too, and no move of it is told in public.
    reopenedAt: view.reopenedAt ?? publication.changedAt,
    promise: view.promise,
    provisions:
      publication.kind === "barrier"
        ? (await entriesOfCase(store.read, publication.caseId)).map((found) => ({
            href: `/${lang}/barriers/${found.entry.documentSlug}/${found.entry.place}`,
            words: capital(provisionWords(found, lang)),
          }))
        : [],
    amendments: (await amendmentsCited(store.read, sourceOutcome(publication))).map((one) => ({
      href: `/${lang}/barriers/changes/${one.id}`,
      words: documentWording(one, lang),
    })),
    way: wayOf(publication.status, view.clock, view.timeline, lang),
  };
}

function Links({ items }: { items: readonly { readonly href: string; readonly words: string }[] }) {
  return (
    <ul>
      {items.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}

/** The day to be told with how the answer stands; null where it simply stands. */
function toldOf({ standing, reopenedAt, answeredAt }: Route.ComponentProps["loaderData"]): Date | null {
  if (standing === "none" || standing === "stands") return null;
  return standing === "renewed" ? answeredAt : reopenedAt;
}

/** Readers ask each time whether it has changed: who has just added their voice sees it counted. */
export function headers({ loaderHeaders, errorHeaders }: Route.HeadersArgs) {
  return errorHeaders ?? (loaderHeaders.has("Cache-Control") ? loaderHeaders : { "Cache-Control": "public, no-cache" });
}

export default function PublishedCase({ loaderData: item }: Route.ComponentProps) {
  const { t } = useTranslation(["public", "dispute", "translation", "register"]);
  const { t: domain } = useTranslation("domain");
  const { t: furniture } = useTranslation("furniture");
  const day = (value: Date) => dateWords(value, "long", furniture);
  const { texts, outcome, rating, standing } = item;
  const { title, answer } = texts;
  const ours = title.lang === item.lang;
  const former = standing === "reopened" || standing === "renewed";
  const told = toldOf(item);
  const isTranslation = item.original !== item.lang && texts.translated !== "none";
  return (
    <PublicPage
      title={`${ours ? title.text : t("translation:untitled", { title: title.text })} (${item.code})`}
      description={
        texts.question.every((piece) => piece.lang === item.lang)
          ? openingWords(joinSegments(texts.question), 150)
          : t("translation:description", { code: item.code })
      }
      back={{ href: `/${item.lang}/cases`, label: t("case.backToList") }}
    >
      <p className="muted step-counter">
        {t(`submit.name.${item.kind}`)} <CodeText mark="code">{item.code}</CodeText>
      </p>
      <h1 lang={title.lang}>
        <MaskedText text={title.text} masks={item.masks.title} />
      </h1>
      {!ours && (
        <p>
          <UntranslatedMark />
        </p>
      )}
      <TranslationNotice texts={texts} code={item.code} lang={item.lang} />
      {item.merged && <Notice>{t("dispute:public.merged", { code: item.merged })}</Notice>}
      <CaseHeadline way={item.way} />
      <div className="aside-right">
        <div>
          <section>
            <h2>{t("case.questionTitle")}</h2>
            <SegmentedText pieces={texts.question} lang={item.lang} masks={item.masks.question} />
          </section>
          <section>
            <h2>{t(former ? "dispute:public.former" : "case.answerTitle")}</h2>
            {told && <Notice>{t(`dispute:public.${item.standing}`, { date: day(told) })}</Notice>}
            {answer ? (
              <>
                {item.answeredAt && !former && (
                  <p className="muted">
                    {item.agency}, {day(item.answeredAt)}. {t(item.inTime ? "case.inTime" : "case.late")}
                  </p>
                )}
                <SegmentedText pieces={answer} lang={item.lang} masks={item.masks.answer} />
                {outcome && (
                  <OutcomeDetails outcome={outcome} lang={item.lang} texts={texts.outcome} masks={item.masks.outcome} />
                )}
                {item.promise && <PromiseLine promise={item.promise} />}
              </>
            ) : (
              <p>{t("case.noAnswer")}</p>
            )}
          </section>
        </div>
        <aside aria-label={t("case.factsTitle")}>
          <Dl
            look="stacked"
            pairs={[
              { label: t("case.agency"), value: item.agency },
              { label: t("case.place"), value: item.place },
              { label: t("case.field"), value: item.field },
              {
                label: t("register:onCase"),
                value: item.provisions.length > 0 && <Links items={item.provisions} />,
              },
              {
                label: t("register:citedChange"),
                value: item.amendments.length > 0 && <Links items={item.amendments} />,
              },
              {
                label: t("case.ratingLabel"),
                value:
                  rating &&
                  `${domain(`rating.${rating.level}`)}. ${t(rating.solved ? "case.solved" : "case.notSolved")}`,
              },
              { label: t("case.publishedAt"), value: capital(day(item.publishedAt)) },
              { label: t("case.updatedAt"), value: item.updatedAt > item.publishedAt && capital(day(item.updatedAt)) },
              {
                label: t("case.languageLabel"),
                value: t(isTranslation ? "case.translated" : "case.original", {
                  language: t(`languageIn.${item.original}`),
                }),
              },
            ]}
          />
          <VerifyHistory code={item.code} lang={item.lang} />
          <FollowLink code={item.code} lang={item.lang} followers={item.followers} confirmed={item.confirmed} />
          <p className="small">
            <a href={`/${otherLanguage[item.lang]}/cases/${item.code}`} hrefLang={otherLanguage[item.lang]}>
              {t("case.otherLanguage")}
            </a>
          </p>
          <EmbedBadge code={item.code} lang={item.lang} publicUrl={item.publicUrl} />
        </aside>
      </div>
      <CaseWaySections way={item.way} />
      <p className="small muted column">{t("case.redacted")}</p>
    </PublicPage>
  );
}
