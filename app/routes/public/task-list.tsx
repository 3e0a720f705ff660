import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button.tsx";
import type { IconName } from "../../components/icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { Badge } from "../../components/status-badge.tsx";
import { type TaskState, taskState, stepsOf, undoneIn } from "../../domain/form-steps.ts";
import type { StepName } from "../../domain/forms.ts";
import { useFieldWords } from "../../components/field-words.ts";
import { address, dossierAddress } from "./submission-address.ts";
import type { StepProps } from "./submit-steps.tsx";

type Written = Pick<StepProps, "kind" | "lang" | "values" | "today">;

const looks: Record<TaskState, { icon: IconName; tone: "fine" | "soon" | "quiet" }> = {
  done: { icon: "check", tone: "fine" },
  writing: { icon: "pencil", tone: "soon" },
  empty: { icon: "dot", tone: "quiet" },
};

/** The tasks that are not done. */
export function tasksLeft({ kind, values, today }: Written): StepName[] {
  return stepsOf(kind).filter((step) => taskState(kind, step, values, today) !== "done");
}

/** Every task with how far it is, and what a task that was begun still lacks. */
export function TaskList(props: Written) {
  const { kind, lang, values, today } = props;
  const { t } = useTranslation("public");
  const { t: words } = useTranslation("initiative");
  const { labelOf } = useFieldWords(kind);
  const steps = stepsOf(kind);
  const left = tasksLeft(props).length;
  const begun = steps.some((step) => taskState(kind, step, values, today) !== "empty");
  return (
    <>
      <p>{words("lead")}</p>
      <p>
        <strong>{words("progress", { done: steps.length - left, all: steps.length })}</strong>
      </p>
      <ol className="tasks">
        {steps.map((step) => {
          const state = taskState(kind, step, values, today);
          const missing = state === "writing" ? Object.keys(undoneIn(kind, step, values, today)) : [];
          return (
            <li key={step}>
              <a href={address(lang, kind, step)} aria-describedby={`task-${step}`}>
                {t([`submit.step.${step}.${kind}`])}
              </a>
              <span id={`task-${step}`}>
                <Badge {...looks[state]}>{words(`state.${state}`)}</Badge>
              </span>
              {missing.length > 0 && (
                <p className="small muted">
                  {words("missing", { fields: missing.map((name) => labelOf(name)).join("; ") })}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <p className="cluster">
        {begun && (
          <>
            <ButtonLink href={address(lang, kind, "check")} variant={left === 0 ? "primary" : "secondary"}>
              {words("toCheck")}
            </ButtonLink>
            <a href={dossierAddress(lang, kind)}>{words("dossier.open")}</a>
          </>
        )}
      </p>
    </>
  );
}

/** On the check page: what keeps the dossier from being sent, each with the way to it. */
export function TasksLeft(props: Written) {
  const { kind, lang, values, today } = props;
  const { t } = useTranslation("public");
  const { t: words } = useTranslation("initiative");
  const { labelOf } = useFieldWords(kind);
  const left = tasksLeft(props);
  if (left.length === 0) return null;
  return (
    <Notice tone="warning" title={words("leftTitle", { count: left.length })}>
      <ul>
        {left.map((step) => (
          <li key={step}>
            <a href={address(lang, kind, step, true)}>{t([`submit.step.${step}.${kind}`])}</a>
            <ul>
              {Object.keys(undoneIn(kind, step, values, today)).map((name) => (
                <li key={name}>
                  <a href={`${address(lang, kind, step, true)}#${name}`}>{labelOf(name)}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
