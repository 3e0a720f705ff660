import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { type Kind, type Lang, otherLanguage } from "../../domain/case-kind.ts";
import { flowOf, stepsOf } from "../../domain/form-steps.ts";
import { SavedDraft } from "./saved-draft.tsx";
import type { Problem } from "./submission.ts";
import { address, type View, viewBefore } from "./submission-address.ts";
import { CheckStep, FieldsStep, PlaceStep, type StepProps, WhereStep } from "./submit-steps.tsx";
import { TaskList } from "./task-list.tsx";

/** Keeps what is typed on this device as well. */
export function Keeper({ kind }: { kind: Kind }) {
  const { t } = useTranslation("public");
  const words = ["restored", "discard", "offline", "online", "shared"].map((name) => [
    name,
    t(`submit.keeper.${name}`),
  ]);
  return <draft-keeper kind={kind} form="submission" {...Object.fromEntries(words)} hidden />;
}

/** One way on, and quieter ones: files, and leaving it for later. Enter presses the first. */
export function FormButtons({
  kind,
  view,
  returns,
  undone,
  hasDraft,
}: {
  kind: Kind;
  view: View;
  returns: boolean;
  undone: boolean;
  hasDraft: boolean;
}) {
  const { t } = useTranslation("public");
  const { t: files } = useTranslation("attachments");
  const { t: tasks } = useTranslation("initiative");
  const sends = view === "check" || view === "all";
  return (
    <div className="cluster">
      {view !== "tasks" && !(view === "check" && undone) && (
        <Button icon={sends ? "send" : undefined}>
          {sends
            ? t(`submit.send.${kind}`)
            : returns
              ? t("submit.save")
              : flowOf(kind) === "tasks" && view !== "place"
                ? tasks("backToTasks")
                : t("submit.continue")}
        </Button>
      )}
      {(view === "content" || view === "evidence") && (
        <Button variant="quiet" name="to" value="files">
          {files("check.add")}
        </Button>
      )}
      {view !== "all" && view !== "place" && (view !== "tasks" || hasDraft) && (
        <Button variant="quiet" name="act" value="later">
          {t("submit.later")}
        </Button>
      )}
      {view === "tasks" && hasDraft && (
        <Button variant="quiet" name="act" value="discard">
          {t("submit.discard")}
        </Button>
      )}
    </div>
  );
}

export function StepBody({
  view,
  step,
  saved,
}: {
  view: View;
  step: StepProps;
  saved: { code: string; expiresAt: Date } | null;
}) {
  switch (view) {
    case "where":
      return <WhereStep {...step} />;
    case "place":
      return <PlaceStep {...step} />;
    case "tasks":
      return <TaskList {...step} />;
    case "check":
      return <CheckStep {...step} />;
    case "all":
      return stepsOf(step.kind).map((name) => <FieldsStep key={name} {...step} step={name} />);
    case "saved":
      return saved && <SavedDraft {...saved} lang={step.lang} />;
    default:
      return <FieldsStep {...step} step={view} />;
  }
}

/**
 * Saves what is typed and shows the same step in the other language. Enter in a
 * field presses the form's first button of the whole page, so a plain one goes
 * before it.
 */
export function LanguageButton({ lang }: { lang: Lang }) {
  const { t } = useTranslation("public");
  const other = otherLanguage[lang];
  return (
    <>
      <button type="submit" form="submission" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <button type="submit" form="submission" name="switch" value={other} lang={other}>
        {t(`languageName.${other}`)}
      </button>
    </>
  );
}

export function ProblemNotice({ problem, lang }: { problem: Problem; lang: Lang }) {
  const { t } = useTranslation("public");
  const { t: robots } = useTranslation("robots");
  const words = problem === "work-spent" ? robots : t;
  return (
    <Notice tone="warning" live title={words(`problem.${problem}.title`)}>
      <p>{words(`problem.${problem}.text`)}</p>
      {problem === "already-sent" && (
        <p>
          <a href={`/${lang}/receipt`}>{t("receipt.open")}</a>
        </p>
      )}
    </Notice>
  );
}

export function backOf(lang: Lang, kind: Kind, view: View, returns: boolean): string {
  if (view === "place") return address(lang, kind, "where", returns);
  if (returns) return address(lang, kind, "check");
  const before = viewBefore(kind, view);
  return before === null ? `/${lang}/submit` : address(lang, kind, before);
}
