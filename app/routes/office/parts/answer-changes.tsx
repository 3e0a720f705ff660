import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { Disclosure } from "../../../components/disclosure.tsx";
import { Dl } from "../../../components/dl.tsx";
import { WordingDiff } from "../../../components/wording-diff.tsx";
import { isDay } from "./outcome-list.tsx";

interface Version {
  readonly body: string;
  readonly outcome: Readonly<Record<string, string>>;
}

/** What an answer says otherwise than the version that was returned: in its text, and in each fact of its outcome. */
export function AnswerChanges({ before, answer }: { before: Version; answer: Version }) {
  const { t } = useTranslation(["answering", "office", "domain"]);
  const { t: day } = useTranslation("furniture");
  const names = [...new Set([...Object.keys(answer.outcome), ...Object.keys(before.outcome)])];
  const facts = names.filter((name) => (before.outcome[name] ?? "") !== (answer.outcome[name] ?? ""));
  const words = (name: string, value = "") => {
    if (name === "kind") return value && t(`domain:outcome.${value}`);
    return isDay(name, value) ? dateWords(value, "short", day) : value;
  };
  const reworded = before.body !== answer.body;
  return (
    <Disclosure summary={t("approval.changed")} open>
      {reworded && <WordingDiff present={before.body} proposed={answer.body} />}
      {!reworded && <p className="muted">{t("versions.same")}</p>}
      {facts.length > 0 && (
        <Dl
          look="stacked"
          pairs={facts.map((name) => ({
            label: t(`office:fields.any.${name}.label`),
            value: (
              <WordingDiff present={words(name, before.outcome[name])} proposed={words(name, answer.outcome[name])} />
            ),
          }))}
        />
      )}
    </Disclosure>
  );
}
