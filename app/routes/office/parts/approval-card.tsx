import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { CheckboxGroup } from "../../../components/choice-field.tsx";
import { CodeText } from "../../../components/code-text.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { TextArea } from "../../../components/field.tsx";
import { Icon } from "../../../components/icon.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { Time } from "../../../components/time.tsx";
import { returnReasons } from "../../../domain/answer-flags.ts";
import type { ApprovalCard } from "../../../http/approvals-page.ts";
import type { CasePage } from "../../../http/case-page.ts";
import { AnswerChanges } from "./answer-changes.tsx";
import { CitationNotes } from "./citation-list.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { PointList } from "../../../components/point-list.tsx";

interface CardState {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: string;
  readonly chips: readonly string[];
}

/** One answer for the leader, on a telephone too: the question, the answer, what to look at, two ways on. */
export function ApprovalCardView({
  card,
  outcomeFields,
  state,
}: {
  card: ApprovalCard;
  outcomeFields: CasePage["outcomeFields"];
  state: CardState | null;
}) {
  const { t } = useTranslation(["answering", "office"]);
  const { code, version, title, lang, question, dueOn, answer, before, points } = card;
  const heading = `approval-${code}`;
  return (
    <article className="approval" aria-labelledby={heading}>
      <p className="card__meta">
        <CodeText mark="code">{code}</CodeText>
        <span>
          {t("office:case.due")} <Time value={dueOn} />
        </span>
      </p>
      <h2 id={heading} lang={lang}>
        {title}
      </h2>
      <p className="muted">{t("office:approval.question")}</p>
      <p className="clamp" lang={lang}>
        {question}
      </p>
      <Flags card={card} />
      <p className="muted">{t("office:approval.preview")}</p>
      <LangText text={answer.body} lang={answer.lang} />
      <OutcomeList page={{ outcomeFields }} answer={answer} />
      <EvidenceList page={card} />
      <PointList points={points} />
      {before && <AnswerChanges before={before} answer={answer} />}
      <form method="post" noValidate>
        <input type="hidden" name="_act" value="approve" />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={version} />
        <Button>
          {t("office:button.approve")}
          <span className="visually-hidden"> {code}</span>
        </Button>
      </form>
      <Disclosure summary={t("approval.returnSummary")} open={state !== null} id={`return-${code}`}>
        <ReturnForm card={card} state={state} />
      </Disclosure>
      <p>
        <a href={`/office/cases/${code}`}>
          {t("approval.open")}
          <span className="visually-hidden"> {code}</span>
        </a>
      </p>
    </article>
  );
}

/** What is missing before an answer is returned, and at which field; null when nothing is. */
export function useReturnProblem() {
  const { t } = useTranslation(["answering", "office"]);
  return ({ reason }: Readonly<Record<string, string>>) => {
    if (reason === undefined) return null;
    return reason === "empty"
      ? { field: "chip", message: t("approval.chipEmpty") }
      : { field: "reason", message: t("office:errors.field.reason.too-short") };
  };
}

function ReturnForm({ card, state }: { card: ApprovalCard; state: CardState | null }) {
  const { t } = useTranslation(["answering", "office"]);
  const { code, version } = card;
  const label = t("approval.more");
  const problem = useReturnProblem()(state?.errors ?? {});
  return (
    <form method="post" noValidate>
      <input type="hidden" name="_act" value="return" />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="version" value={version} />
      <CheckboxGroup
        name="chip"
        id={`chip-${code}`}
        label={t("approval.chip")}
        inline
        values={state?.chips ?? []}
        error={problem?.field === "chip" ? problem.message : undefined}
        options={returnReasons.map((reason) => ({ value: reason, label: t(`approval.reason.${reason}`) }))}
      />
      <TextArea
        name="reason"
        id={`reason-${code}`}
        label={label}
        rows={3}
        lang="vi"
        defaultValue={state?.typed ?? ""}
        error={problem?.field === "reason" ? problem.message : undefined}
        optional
      />
      <Button variant="secondary">
        {t("office:button.return")}
        <span className="visually-hidden"> {code}</span>
      </Button>
    </form>
  );
}

/** What to look at before signing, each in words. */
function Flags({ card }: { card: ApprovalCard }) {
  const { t } = useTranslation("answering");
  const { flags, put, template, citations } = card;
  if (flags.length === 0) return null;
  return (
    <>
      <ul className="flags" aria-label={t("approval.flags")}>
        {flags.map((flag) => (
          <li key={flag} className="badge badge--late">
            <Icon name="alert" />
            {flag === "template" && t("approval.flag.template", { share: template?.share ?? 0 })}
            {flag === "deferred" && t("approval.flag.deferred", { count: put })}
            {flag !== "template" && flag !== "deferred" && t(`approval.flag.${flag}`)}
          </li>
        ))}
      </ul>
      <CitationNotes citations={citations} />
    </>
  );
}
