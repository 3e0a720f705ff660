/** The way through a long list: to newer and to older, without page numbers. */
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

export function Pagination({
  newerHref,
  olderHref,
  byTime = true,
}: {
  newerHref?: string | null;
  olderHref?: string | null;
  /** False for a list whose first is not its newest: then the ways are named back and on. */
  byTime?: boolean;
}) {
  const { t } = useTranslation("furniture");
  if (!newerHref && !olderHref) return null;
  return (
    <nav className="pagination" aria-label={t("pagination.label")}>
      {newerHref ? (
        <a href={newerHref} rel="prev">
          <Icon name="arrow-left" />
          {t(byTime ? "pagination.newer" : "pagination.back")}
        </a>
      ) : (
        <span />
      )}
      {olderHref && (
        <a href={olderHref} rel="next">
          {t(byTime ? "pagination.older" : "pagination.on")}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
