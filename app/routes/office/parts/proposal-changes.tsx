import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { DiffText } from "../../../components/diff-text.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import type { FieldComparison, ProposalComparison } from "../../../http/proposal-comparison.ts";

/** What the marks under each proposed text compare it with. */
export function ComparedWith({ earlier }: Pick<ProposalComparison, "earlier">) {
  const { t } = useTranslation("publishing");
  const { t: furniture } = useTranslation("furniture");
  if (!earlier) return <p>{t("changes.with.nothing")}</p>;
  const key = earlier.state === "published" ? "published" : "other";
  return <p>{t(`changes.with.${key}`, { date: dateWords(earlier.at, "time", furniture) })}</p>;
}

/** How the public text differs from what was written, and from what was proposed before. */
export function Changes({ changes, lang }: { changes: FieldComparison | null; lang: string }) {
  const { t } = useTranslation("publishing");
  if (!changes) return null;
  const { written, earlier } = changes;
  const differs = written?.some(({ op }) => op !== "same") ?? false;
  return (
    <>
      {written && !differs && <p className="muted">{t("changes.same")}</p>}
      {written && differs && (
        <Disclosure summary={t("changes.written")} open>
          <DiffText parts={written} lang={lang} />
        </Disclosure>
      )}
      {earlier && (
        <Disclosure summary={t("changes.earlier")} open>
          <DiffText parts={earlier} lang={lang} />
        </Disclosure>
      )}
    </>
  );
}
