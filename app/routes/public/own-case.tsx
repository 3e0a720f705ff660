import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { Dl } from "../../components/dl.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { PromiseLine } from "../../components/promise-line.tsx";
import { Notice } from "../../components/notice.tsx";
import { Readiness } from "../../components/readiness-steps.tsx";
import { Timeline } from "../../components/timeline.tsx";
import type { FileView } from "../../http/own-files.ts";
import { CaseHeadline, CaseWaySections } from "./case-parts.tsx";
import type { OwnCase } from "./case-model.ts";
import { useFieldWords } from "../../components/field-words.ts";
import { FileList } from "./file-list.tsx";
import { RateForm, ReplyForm, WithdrawForm } from "./own-case-forms.tsx";
import { CaseParts, DisputeForm, DisputeState, ObjectForm } from "./own-case-dispute.tsx";
import { AboutYou, type AddressState, SupplementForm } from "./own-case-more.tsx";
import { OwnAnswer } from "./own-answer.tsx";
import { OwnMasks } from "./own-masks.tsx";
import { PublicPage } from "./public-page.tsx";
import { ReplyFiles } from "./reply-files-field.tsx";
import { ReceiptDownloads } from "./receipt-downloads.tsx";
import { useFileErrors } from "./submission-files.tsx";
import type { TrackingAct, Unopened } from "./tracking.ts";

interface OwnCaseProps {
  own: OwnCase;
  /** A form of this page that was not taken. */
  refused: Unopened | undefined;
  /** What the submitter has just done. */
  done: TrackingAct | "erase" | null;
  address: AddressState;
  /** Files that wait to be sent with the next words. */
  unsent: readonly FileView[];
}

/** A case as its submitter sees it: where it is, what was said, and what they can do now. */
export function OwnCasePage({ own, refused, done, address, unsent }: OwnCaseProps) {
  const { t, i18n } = useTranslation(["public", "dispute"]);
  const { t: furniture } = useTranslation("furniture");
  const { summaryOf } = useFieldWords();
  const { t: files } = useTranslation("attachments");
  const { t: evidence } = useTranslation("evidence");
  const errors = refused?.errors ?? {};
  const fileErrors = useFileErrors(refused?.refusedFiles ?? []);
  const summary = [...summaryOf(errors), ...fileErrors];
  const { answer, way, may } = own;
  const lang = i18n.language;
  const replies = may.reply && own.question !== null;
  const fileError = fileErrors.map(({ message }) => message).join(" ") || undefined;
  const toSend = <ReplyFiles unsent={unsent} error={fileError} />;
  return (
    <PublicPage
      title={t("track.caseTitle", { code: own.code })}
      invalid={summary.length > 0}
      unlisted
      scripts={replies || may.supplement ? ["uploader"] : []}
    >
      <ErrorSummary errors={summary} />
      {done && !refused && (
        <Notice tone="success" live>
          {t(`track.done.${done}`)}
        </Notice>
      )}
      {refused?.renewed && (
        <Notice tone="success" live title={t("track.renew.done")}>
          <p>
            <CodeText mark="secret" large>
              {refused.renewed}
            </CodeText>
          </p>
          <p>{t("track.renew.keep")}</p>
        </Notice>
      )}
      {own.filedFor && !refused?.renewed && <Notice title={t("track.renew.filedFor")}>{t("track.renew.why")}</Notice>}
      {refused?.problem && (
        <Notice tone="warning" live title={t(`track.problem.${refused.problem}.title`)}>
          {t(`track.problem.${refused.problem}.text`)}
        </Notice>
      )}
      <p className="muted step-counter">
        {t(`submit.name.${own.kind}`)} <CodeText mark="code">{own.code}</CodeText>
      </p>
      <h1 lang={own.lang}>{own.title}</h1>
      <CaseHeadline way={way} waitUntil={own.waitUntil} />
      {own.pausedAt && <p>{t("track.paused", { date: dateWords(own.pausedAt, "short", furniture) })}</p>}
      {own.way.status === "merged" && (
        <p>
          {own.jointDueOn !== null &&
            `${t("dispute:joint.due", { date: dateWords(own.jointDueOn, "long", furniture) })} `}
          {t("dispute:joint.where")}
        </p>
      )}
      <DisputeState own={own} />
      <CaseParts own={own} />
      {replies && <ReplyForm own={own} refused={refused} files={toSend} />}
      {answer && (
        <section>
          <h2>{t("track.answerTitle")}</h2>
          {own.reopened && <p>{t("dispute:earlier")}</p>}
          <OwnAnswer own={own} answer={answer} />
          {own.evidence.length > 0 && (
            <>
              <h3>{evidence("own")}</h3>
              <FileList id="evidence-files" files={own.evidence} given />
            </>
          )}
          {own.promise && <PromiseLine promise={own.promise} />}
        </section>
      )}
      {may.rate && <RateForm own={own} refused={refused} />}
      {own.disputeBy && <DisputeForm own={own} by={own.disputeBy} refused={refused} />}
      {may.object && <ObjectForm refused={refused} />}
      {own.rating && <p className="column">{t(own.rating.solved ? "track.ratedSolved" : "track.ratedOpen")}</p>}
      <CaseWaySections way={way} />
      {own.messages.length > 0 && <Messages own={own} />}
      {may.supplement && <SupplementForm refused={refused} files={replies ? null : toSend} />}
      {own.files.length > 0 && (
        <section>
          <h2>{files("own.title")}</h2>
          <FileList id="sent-files" files={own.files} />
        </section>
      )}
      <section>
        <h2>{t("track.sentTitle")}</h2>
        <SentText own={own} />
      </section>
      <ReceiptDownloads code={own.code} />
      {own.published && (
        <p>
          <a href={`/${lang}/cases/${own.code}`}>{t("track.publicPage")}</a>
        </p>
      )}
      <OwnMasks own={own} refused={refused} />
      <AboutYou own={own} address={address} />
      {may.withdraw && <WithdrawForm own={own} refused={refused} />}
      <form className="no-print" method="post" action={`/${lang}/track`}>
        <Button variant={own.filedFor ? "primary" : "quiet"} name="act" value="renew">
          {t("track.renew.button")}
        </Button>{" "}
        <Button variant="secondary" name="act" value="leave">
          {t("track.leave")}
        </Button>
      </form>
    </PublicPage>
  );
}

/** The acts whose words have a heading of their own. */
const saidActs = ["decline", "extend", "move-commitment", "reopen", "uphold", "decide-mask"] as const;

function Messages({ own }: { own: OwnCase }) {
  const { t } = useTranslation(["public", "dispute"]);
  const titleOf = ({ kind, act, agency }: OwnCase["messages"][number]) => {
    const said = agency ? saidActs.find((known) => known === act) : undefined;
    if (said) return t(`dispute:said.${said}`);
    return t(`track.message.${agency ? kind : `${kind}Yours`}` as "track.message.reason");
  };
  return (
    <section>
      <h2>{t("track.messagesTitle")}</h2>
      <Timeline
        label={t("track.messagesTitle")}
        events={own.messages.map((message, index) => ({
          id: `message-${index + 1}`,
          at: message.at,
          title: titleOf(message),
          actor: message.agency || undefined,
          icon: "chat",
          body: <LangText text={message.body} lang={message.lang} />,
        }))}
      />
    </section>
  );
}

function SentText({ own }: { own: OwnCase }) {
  const { t } = useTranslation("public");
  return (
    <Disclosure summary={t("track.sentShow")}>
      <LangText text={own.content} lang={own.lang} />
      {own.answers.length > 0 && (
        <Dl
          look="stacked"
          pairs={own.answers.map(({ label, value, written, level }) => ({
            label,
            value: written ? (
              <LangText text={value} lang={own.lang} />
            ) : level === null ? (
              value
            ) : (
              <Readiness level={level} words={value} />
            ),
          }))}
        />
      )}
      <p className="small muted">
        {t("track.sha256")} <span className="code">{own.contentSha256}</span>
      </p>
    </Disclosure>
  );
}
