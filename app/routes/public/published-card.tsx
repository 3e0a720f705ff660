import { useTranslation } from "react-i18next";
import { CaseCard } from "../../components/case-card.tsx";
import { FoundText } from "../../components/found-text.tsx";
import type { PublishedSummary } from "./publication-model.ts";

/** One published case in a list: how it ended, once it has. */
export function PublishedCard({
  item,
  headingLevel,
  detail,
}: {
  item: PublishedSummary;
  headingLevel: 2 | 3;
  /** What a list of one kind says besides. */
  detail?: string;
}) {
  const { t, i18n } = useTranslation("dispute");
  return (
    <CaseCard
      href={`/${i18n.language}/cases/${item.code}`}
      code={item.code}
      title={<FoundText stretches={item.title} />}
      titleLang={item.titleLang}
      excerpt={item.excerpt && <FoundText stretches={item.excerpt} />}
      excerptLang={item.excerptLang}
      kind={item.kind}
      status={item.status}
      outcome={item.outcome ?? undefined}
      badge={item.reopened && <span>{t("public.again")}</span>}
      agency={item.agency || undefined}
      place={item.place || undefined}
      at={item.answeredAt ?? item.receivedOn}
      actions={detail}
      headingLevel={headingLevel}
    />
  );
}
