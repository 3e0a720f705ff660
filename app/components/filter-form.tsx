/** Search and filters of a list as plain GET forms: every view is an address. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** Filters of a list. `hidden` carries what the other form of the page holds, such as `q`. */
export function FilterForm({
  action,
  title,
  hidden = {},
  clearHref,
  children,
}: {
  action: string;
  title?: string;
  hidden?: Record<string, string>;
  clearHref?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation("furniture");
  return (
    <form className="filters" id="filters" method="get" action={action}>
      <h2>{title ?? t("filter.title")}</h2>
      <HiddenFields values={hidden} />
      {children}
      <div className="cluster">
        <Button variant="secondary">{t("filter.apply")}</Button>
        {clearHref && <a href={clearHref}>{t("filter.clear")}</a>}
      </div>
    </form>
  );
}

/** The way down to the filters where they stand below the list, on narrow pages. */
export function FilterLink() {
  const { t } = useTranslation("furniture");
  return (
    <p className="narrow-only">
      <a href="#filters">{t("filter.title")}</a>
    </p>
  );
}

/** One search line with its label and button. */
export function SearchForm({
  action,
  name = "q",
  label,
  hint,
  value,
  hidden = {},
  buttonLabel,
  id = name,
}: {
  action: string;
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  hidden?: Record<string, string>;
  buttonLabel?: string;
  id?: string;
}) {
  const { t } = useTranslation("furniture");
  return (
    <form className="field" method="get" action={action} role="search">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <HiddenFields values={hidden} />
      <div className="search">
        <input
          className="control"
          id={id}
          name={name}
          type="search"
          defaultValue={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <Button icon="search">{buttonLabel ?? t("filter.search")}</Button>
      </div>
    </form>
  );
}

/** The filters in force, each with a link that takes it off. */
export function ActiveFilters({
  filters,
  clearHref,
}: {
  filters: readonly { label: string; removeHref: string }[];
  clearHref: string;
}) {
  const { t } = useTranslation("furniture");
  if (filters.length === 0) return null;
  return (
    <div className="active-filters">
      <p className="visually-hidden" id="active-filters">
        {t("filter.active")}
      </p>
      <ul aria-labelledby="active-filters">
        {filters.map(({ label, removeHref }) => (
          <li key={label}>
            <a href={removeHref} aria-label={t("filter.remove", { name: label })}>
              {label}
              <Icon name="cross" />
            </a>
          </li>
        ))}
        <li>
          <a href={clearHref}>{t("filter.clear")}</a>
        </li>
      </ul>
    </div>
  );
}

function HiddenFields({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
