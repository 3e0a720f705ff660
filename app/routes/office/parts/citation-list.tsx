import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { Notice } from "../../../components/notice.tsx";
import type { CitationWords } from "../../../http/answering-page.ts";
import { fieldId } from "./form-words.ts";

/** What is known of the documents that an answer cites, in words. */
export function useCitationWords(): (citation: CitationWords) => string {
  const { t } = useTranslation("answering");
  const { t: furniture } = useTranslation("furniture");
  return ({ standing, name, from, ended, successor }) => {
    const words = {
      name,
      successor,
      ended: ended === null ? "" : dateWords(ended, "short", furniture),
      from: from === null ? "" : dateWords(from, "short", furniture),
    };
    const key = standing === "ended" && successor !== null ? "replaced" : standing;
    return t(`citation.${key}`, { ...words, interpolation: { escapeValue: false } });
  };
}

/** Before an answer is signed: what has to be known of the documents that it cites. */
export function CitationNotes({ citations }: { citations: readonly CitationWords[] }) {
  const wordsOf = useCitationWords();
  const told = citations.filter(({ standing }) => standing !== "in-force");
  if (told.length === 0) return null;
  return (
    <ul className="small">
      {told.map((citation) => (
        <li key={citation.id}>{wordsOf(citation)}</li>
      ))}
    </ul>
  );
}

/** Beside the editor: what is not in force has to be read and ticked, what is unknown is only said. */
export function CitationFields({
  citations,
  acknowledged,
  errors,
}: {
  citations: readonly CitationWords[];
  acknowledged: readonly string[];
  errors: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation("answering");
  const wordsOf = useCitationWords();
  const weak = citations.filter(({ standing }) => standing === "ended" || standing === "coming");
  const unknown = citations.filter(({ standing }) => standing === "unknown");
  if (weak.length + unknown.length === 0) return null;
  return (
    <>
      {weak.length > 0 && (
        <Notice tone="warning" title={t("citation.title")}>
          <ul className="plain">
            {weak.map((citation) => {
              const id = fieldId("answer", `ack.${citation.id}`);
              return (
                <li key={citation.id} className={errors[`ack.${citation.id}`] ? "field field--error" : "field"}>
                  <p>{wordsOf(citation)}</p>
                  <div className="choice">
                    <input
                      type="checkbox"
                      id={id}
                      name={`ack.${citation.id}`}
                      value="yes"
                      defaultChecked={acknowledged.includes(citation.id)}
                    />
                    <label htmlFor={id}>{t("citation.acknowledge", { name: citation.name })}</label>
                  </div>
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice title={t("citation.unknownTitle")}>
          <ul>
            {unknown.map((citation) => (
              <li key={citation.id}>{wordsOf(citation)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
