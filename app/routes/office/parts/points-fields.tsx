import { useTranslation } from "react-i18next";
import { TextArea, TextField } from "../../../components/field.tsx";
import { GroupFrame } from "../../../components/field-frame.tsx";
import type { CasePage } from "../../../http/case-page.ts";
import type { FormWords } from "./form-words.ts";

const states = ["answered", "elsewhere", "deferred"] as const;

/** The points of the question as a check list; an answer goes on once each has its line. */
export function PointsFields({ page, field }: { page: CasePage; field: FormWords["field"] }) {
  const { t } = useTranslation("answering");
  const { points } = page.answering;
  if (points.length === 0) return null;
  const settled = points.filter(({ state }) => state !== "open").length;
  return (
    <section aria-labelledby="points">
      <h3 id="points">{t("points.title")}</h3>
      <p className="muted">{t("points.count", { settled, count: points.length })}</p>
      <ol className="points">
        {points.map((point, index) => (
          <li key={point.id}>
            <Point point={point} number={index + 1} field={field} lang={page.lang} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Point({
  point,
  number,
  field,
  lang,
}: {
  point: CasePage["answering"]["points"][number];
  number: number;
  field: FormWords["field"];
  lang: string;
}) {
  const { t } = useTranslation("answering");
  const name = (part: string) => `p${point.id}.${part}`;
  const { defaultValue: chosen, ...group } = field(name("state"), point.state);
  const text = (
    <>
      <span className="visually-hidden">{t("points.number", { number })} </span>
      <span lang={lang}>{point.text}</span>
    </>
  );
  return (
    <GroupFrame text={{ ...group, label: text }}>
      {states.map((state, index) => {
        const id = index === 0 ? group.id : `${group.id}-${state}`;
        return (
          <div className="outcome-kind" key={state}>
            <div className="choice">
              <input type="radio" id={id} name={group.name} value={state} defaultChecked={state === chosen} />
              <label htmlFor={id}>{t(`points.state.${state}`)}</label>
            </div>
            {state !== "answered" && (
              <div className="outcome-kind__fields">
                {state === "elsewhere" && <TextField {...field(name("where"), point.body)} />}
                {state === "deferred" && <TextField {...field(name("until"), point.until)} type="date" width="short" />}
              </div>
            )}
          </div>
        );
      })}
      <TextArea {...field(name("note"), point.note)} rows={2} optional lang="vi" />
    </GroupFrame>
  );
}
