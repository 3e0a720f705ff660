import { useTranslation } from "react-i18next";
import { Disclosure } from "../../../components/disclosure.tsx";
import { Dl } from "../../../components/dl.tsx";
import { SelectField } from "../../../components/field.tsx";
import { Time } from "../../../components/time.tsx";
import { ActForm, type ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";

/** What other systems have of the case as a task, and what they have said of it. */
export function TaskBox({ page, state }: ActProps) {
  const { t } = useTranslation(["systems", "office"]);
  const hand = useFormWords("hand-task", state).field;
  const withdraw = useFormWords("withdraw-task", state).field;
  const { tasks, takers } = page.handed;
  const hands = page.acts.includes("hand-task") && takers.length > 0;
  const live = tasks.filter((task) => task.live);
  if (tasks.length === 0 && !hands) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t("task.title")}</h2>
      {tasks.map((task) => (
        <div key={task.id}>
          <Dl
            look="stacked"
            pairs={[
              { label: t("task.system"), value: <bdi>{task.system}</bdi> },
              { label: t("task.what"), value: t(task.ofPromise ? "task.commitment" : "task.case") },
              { label: t("task.owner"), value: task.owner },
              { label: t("task.dueOn"), value: <Time value={task.dueOn} format="long" /> },
              { label: t("task.standing"), value: <Standing {...task} /> },
            ]}
          />
          {task.reports.length > 0 && (
            <ul className="plain-list">
              {task.reports.map((report) => (
                <li key={report.id}>
                  <p>
                    <Standing {...report} /> · <Time value={report.at} format="time" />
                  </p>
                  {report.note && <p className="user-text">{report.note}</p>}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <div className="moves">
        {hands && (
          <Disclosure id="act-hand-task" summary={t("office:act.hand-task")} open={state?.form === "hand-task"}>
            <p className="muted">{t("office:hint.hand-task")}</p>
            <ActForm act="hand-task" page={page} state={state}>
              <SelectField {...hand("system")} options={takers} width="full" />
            </ActForm>
          </Disclosure>
        )}
        {live.length > 0 && page.acts.includes("withdraw-task") && (
          <Disclosure
            id="act-withdraw-task"
            summary={t("office:act.withdraw-task")}
            open={state?.form === "withdraw-task"}
          >
            <p className="muted">{t("office:hint.withdraw-task")}</p>
            <ActForm act="withdraw-task" page={page} state={state} look="secondary">
              <SelectField
                {...withdraw("task")}
                options={live.map(({ id, system }) => ({ value: id, label: system }))}
                width="full"
              />
            </ActForm>
          </Disclosure>
        )}
      </div>
    </section>
  );
}

/** How a task stands, or stood when it was reported. */
function Standing({ state, percent }: { readonly state: string; readonly percent: number | null }) {
  const { t } = useTranslation("systems");
  const words = t(`task.state.${state}`);
  return percent === null ? words : `${words}, ${t("task.percent", { percent })}`;
}
