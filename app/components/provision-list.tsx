import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Lang } from "../domain/case-kind.ts";
import { isUnderstood, type LegalReference } from "../domain/legal-reference.ts";
import { referenceWording } from "../domain/legal-wording.ts";

interface ProvisionListProps {
  references: readonly LegalReference[];
  /** What stands beside each. */
  act?: (index: number, wording: string) => ReactNode;
}

/** Provisions as they were understood; what could not be read stands as it was typed, with a word about it. */
export function ProvisionList({ references, act }: ProvisionListProps) {
  const { t, i18n } = useTranslation("barrier");
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  return (
    <ul className="provisions">
      {references.map((one, index) => {
        const wording = referenceWording(one, lang);
        return (
          <li key={wording}>
            <span lang={isUnderstood(one) ? undefined : "vi"}>{wording}</span>
            {!isUnderstood(one) && (
              <span className="small muted">
                {" "}
                {t(one.article === null ? "provisions.asTyped" : "provisions.noDocument")}
              </span>
            )}
            {act?.(index, wording)}
          </li>
        );
      })}
    </ul>
  );
}
