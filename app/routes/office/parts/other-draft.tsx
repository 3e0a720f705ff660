import { useTranslation } from "react-i18next";
import { Disclosure } from "../../../components/disclosure.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { WordingDiff } from "../../../components/wording-diff.tsx";

/** The draft that a colleague has saved meanwhile, whole and against one's own, to be merged by hand. */
export function OtherDraft({ by, theirs, mine }: { by: string; theirs: string; mine: string }) {
  const { t } = useTranslation("answering");
  return (
    <div className="preview">
      <p className="strong">{t("draft.theirs", { name: by })}</p>
      <LangText text={theirs} lang="vi" />
      <Disclosure summary={t("draft.difference")} open>
        <WordingDiff present={theirs} proposed={mine} />
      </Disclosure>
    </div>
  );
}
