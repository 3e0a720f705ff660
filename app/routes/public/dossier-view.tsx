import { useTranslation } from "react-i18next";
import { Dl } from "../../components/dl.tsx";
import { percentWords } from "../../components/percent-words.ts";
import { LangText } from "../../components/lang-text.tsx";
import { Readiness } from "../../components/readiness-steps.tsx";
import { Time } from "../../components/time.tsx";
import type { AnswerRow } from "../../http/answer-rows.ts";
import type { Dossier } from "../../http/dossier.ts";

/** A dossier on screen and on paper; `textLang` is the language in which it is being written. */
export function DossierView({ dossier, textLang }: { dossier: Dossier; textLang: string }) {
  const { t } = useTranslation("public");
  const { t: words } = useTranslation("initiative");
  const { kind, parts, authors } = dossier;
  return (
    <article className="dossier">
      <p className="dossier__mark">
        {words("dossier.mark", { version: dossier.version })} <Time value={dossier.at} format="time" />
      </p>
      <h2 lang={dossier.title ? textLang : undefined}>{dossier.title || words("dossier.untitled")}</h2>
      {parts.map(({ step, state, rows }, index) => (
        <section key={step}>
          <h3>{`${index + 1}. ${t([`submit.step.${step}.${kind}`])}`}</h3>
          {step === "who" && <Authors authors={authors} />}
          {rows.length === 0 && step !== "who" && <p className="muted">{words("dossier.nothing")}</p>}
          {inRuns(rows).map((run) => (
            <Rows key={run[0]?.name} rows={run} textLang={textLang} />
          ))}
          {state === "writing" && <p className="muted small">{words("dossier.unfinished")}</p>}
        </section>
      ))}
    </article>
  );
}

/** Short answers that follow one another stand in one list; each long text has its own heading. */
function inRuns(rows: readonly AnswerRow[]): AnswerRow[][] {
  const runs: AnswerRow[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && !row.written && last.every(({ written }) => !written)) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

function Rows({ rows, textLang }: { rows: readonly AnswerRow[]; textLang: string }) {
  const [first] = rows;
  if (first?.written) {
    return (
      <>
        <h4>{first.label}</h4>
        <LangText text={first.value} lang={textLang} />
      </>
    );
  }
  return (
    <Dl
      look="tight"
      pairs={rows.map(({ label, value, level }) => ({
        label,
        value: level === null ? value : <Readiness level={level} words={value} />,
      }))}
    />
  );
}

function Authors({ authors }: Pick<Dossier, "authors">) {
  const { t, i18n } = useTranslation("initiative");
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t("authors.name")}</th>
          <th scope="col">{t("authors.share")}</th>
          <th scope="col">{t("authors.answer")}</th>
        </tr>
      </thead>
      <tbody>
        {authors.map(({ name, share, state }, index) => (
          <tr key={index}>
            <td>{name || t("authors.unnamed")}</td>
            <td>{percentWords(state === "declined" ? 0 : share, i18n.language)}</td>
            <td>{t(`authors.state.${state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
