import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/button.tsx";
import { RadioGroup } from "../../../components/choice-field.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { TextField } from "../../../components/field.tsx";
import type { Audience } from "../../../domain/saved-view.ts";

export interface ShownView {
  readonly id: number;
  readonly name: string;
  readonly query: string;
  readonly audience: Audience;
}

/** The saved questions beside the queue, each at its own address. */
export function SavedViews({ views, query }: { views: readonly ShownView[]; query: string }) {
  const { t } = useTranslation("views");
  if (views.length === 0) return null;
  return (
    <nav aria-label={t("saved")} className="saved-views">
      <ul className="views">
        {views.map((view) => (
          <li key={view.id}>
            <Link to={`/office?${view.query}`} aria-current={view.query === query ? "page" : undefined}>
              {view.name}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/office/views">{t("manage")}</Link>
        </li>
      </ul>
    </nav>
  );
}

/** Keeps where somebody is in the queue under a name. */
export function SaveView({ query, audiences }: { query: string; audiences: readonly Audience[] }) {
  const { t } = useTranslation("views");
  return (
    <Disclosure id="save-view" summary={t("save")}>
      <form method="post" action="/office/views" noValidate>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="query" value={query} />
        <TextField name="name" id="view-name" label={t("name")} maxLength={60} autoComplete="off" width="medium" />
        <RadioGroup
          name="audience"
          id="view-audience"
          label={t("audience")}
          options={audiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
          value="me"
          inline
        />
        <Button variant="secondary">{t("saveButton")}</Button>
      </form>
    </Disclosure>
  );
}
