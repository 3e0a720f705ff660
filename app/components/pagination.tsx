/** The way through a long list: to newer and to older, without page numbers. */
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

export function Pagination({ newerHref, olderHref }: { newerHref?: string | null; olderHref?: string | null }) {
  const { t } = useTranslation("furniture");
  if (!newerHref && !olderHref) return null;
  return (
    <nav className="pagination" aria-label={t("pagination.label")}>
      {newerHref ? (
        <a href={newerHref} rel="prev">
          <Icon name="arrow-left" />
          {t("pagination.newer")}
        </a>
      ) : (
        <span />
      )}
      {olderHref && (
        <a href={olderHref} rel="next">
          {t("pagination.older")}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
