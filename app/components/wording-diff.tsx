import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { wordDiff } from "../domain/word-diff.ts";

/** A proposed wording against the present one: struck out what goes, underlined what comes in. */
export function WordingDiff({ present, proposed }: { present: string; proposed: string }) {
  const { t } = useTranslation("barrier");
  return (
    <p className="wording" lang="vi">
      {wordDiff(present, proposed).map(({ op, text }, index) => {
        // The parts of a text have no names but their places.
        const key = `${index}`;
        if (op === "same") return <span key={key}>{text}</span>;
        const Tag = op === "out" ? "del" : "ins";
        // What goes and what comes never run into one word.
        return (
          <Fragment key={key}>
            <Tag>
              <span className="visually-hidden">{t(op === "out" ? "wording.out" : "wording.in")} </span>
              {text.trimEnd()}
            </Tag>{" "}
          </Fragment>
        );
      })}
    </p>
  );
}
