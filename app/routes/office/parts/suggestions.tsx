import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Time } from "../../../components/time.tsx";
import type { CaseworkName } from "../../../domain/casework-names.ts";
import type { PageSuggestions, SuggestedChoice } from "../../../http/suggestion-page.ts";

/** What near cases suggest for one field of a form: a press fills it in, and the person still decides. */
export function Suggested({
  choices,
  name,
  act,
}: {
  choices: readonly SuggestedChoice[];
  name: string;
  /** The act whose form is filled in. */
  act: CaseworkName;
}) {
  const { t } = useTranslation(["suggestions", "attention"]);
  if (choices.length === 0) return null;
  return (
    <div className="suggestions">
      <EnterIsTheAct label={t(`title.${name}`)} />
      <h3>{t(`title.${name}`)}</h3>
      <ul>
        {choices.map((choice) => (
          <li key={choice.value}>
            <Fill act={act} name={name} value={choice.value}>
              {name === "level" ? t(`attention:levels.${choice.value}`) : choice.label}
            </Fill>
            <p className="small">
              {t(`like.${name}`, { count: choice.cases })}{" "}
              {choice.words.length > 0 && t("words", { words: choice.words.join(", ") })}
            </p>
            <Cases like={choice.like} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Cases that may be about the same matter; a press puts the code into the form that merges. */
export function Duplicates({ duplicates }: { duplicates: PageSuggestions["duplicates"] }) {
  const { t } = useTranslation("suggestions");
  if (duplicates.length === 0) return null;
  return (
    <div className="suggestions">
      <EnterIsTheAct label={t("duplicates")} />
      <h3>{t("duplicates")}</h3>
      <ul>
        {duplicates.map(({ code, title, receivedAt, reason, words }) => (
          <li key={code}>
            <a href={`/office/cases/${code}`}>
              {code} {title}
            </a>
            <p className="small">
              <Time value={receivedAt} /> · {t(`reason.${reason}`)}{" "}
              {words.length > 0 && t("words", { words: words.join(", ") })}
            </p>
            <Fill act="merge" name="leadCode" value={code}>
              {t("merge", { code })}
            </Fill>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The Enter key presses a form's first button: without this one it would fill in a suggestion instead of doing the act. */
function EnterIsTheAct({ label }: { label: string }) {
  return (
    <button type="submit" hidden tabIndex={-1}>
      {label}
    </button>
  );
}

function Fill({ act, name, value, children }: { act: CaseworkName; name: string; value: string; children: ReactNode }) {
  const { t } = useTranslation("suggestions");
  return (
    <Button variant="secondary" name="_fill" value={`${name}=${value}`} formAction={`#act-${act}`}>
      <span className="visually-hidden">{t("fill")} </span>
      {children}
    </Button>
  );
}

function Cases({ like }: { like: SuggestedChoice["like"] }) {
  const { t } = useTranslation("suggestions");
  if (like.length === 0) return null;
  return (
    <details>
      <summary>{t("examples", { count: like.length })}</summary>
      <ul>
        {like.map(({ code, title }) => (
          <li key={code}>
            <a href={`/office/cases/${code}`}>
              {code} {title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
