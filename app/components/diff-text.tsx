import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { DiffPart } from "../domain/word-diff.ts";

/** Two texts as one: struck out what went, underlined what came, each with its word for whoever hears it. */
export function DiffText({ parts, lang }: { parts: readonly DiffPart[]; lang: string }) {
  const { t, i18n } = useTranslation("barrier");
  return (
    <p className="wording" lang={lang}>
      {parts.map(({ op, text }, index) => {
        // The parts of a text have no names but their places.
        const key = `${index}`;
        // What goes and what comes never run into one word, nor into what stays.
        const gap = /\s$/u.test(text) || index === parts.length - 1 ? "" : " ";
        if (op === "same") return <span key={key}>{text + gap}</span>;
        const Tag = op === "out" ? "del" : "ins";
        return (
          <Fragment key={key}>
            <Tag>
              <span className="visually-hidden" lang={i18n.language}>
                {t(op === "out" ? "wording.out" : "wording.in")}{" "}
              </span>
              {text.trimEnd()}
            </Tag>
            {/\n\s*\n\s*$/u.test(text) ? "\n\n" : " "}
          </Fragment>
        );
      })}
    </p>
  );
}
