import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ProvisionsPage } from "../../../http/register-pages.ts";

/** The ways between the office's pages of the register. */
export function RegisterTabs({ pages, here }: { pages: ProvisionsPage["pages"]; here: string }) {
  const { t } = useTranslation("register-office");
  return (
    <nav aria-label={t("tabs")}>
      <ul className="views">
        {pages.map(({ href, key }) => (
          <li key={key}>
            <Link to={href} aria-current={key === here ? "page" : undefined}>
              {t(`${key}.title`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The states by which a list is read. */
export function StateTabs({ items, here }: { items: readonly { href: string; label: string }[]; here: string }) {
  const { t } = useTranslation("register-office");
  return (
    <nav aria-label={t("states")}>
      <ul className="views">
        {items.map(({ href, label }) => (
          <li key={href}>
            <Link to={href} aria-current={label === here ? "page" : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
