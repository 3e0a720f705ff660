/** The list of what has to be corrected, on top of the page after a refused form; each line links to its field. */
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

export interface FormError {
  /** The field's name; the link goes to the control with this id. */
  name: string;
  message: string;
  /** Where the id differs from the name; `null` for an error that belongs to no field. */
  id?: string | null;
  /** Where the field stands on another page. */
  href?: string;
}

export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const { t } = useTranslation("furniture");
  if (errors.length === 0) return null;
  return (
    <div
      className="error-summary"
      id="loi"
      role="alert"
      tabIndex={-1}
      autoFocus
      data-autofocus
      aria-labelledby="loi-title"
    >
      <h2 id="loi-title">
        <Icon name="alert" />
        {t("form.errorTitle", { count: errors.length })}
      </h2>
      <ul>
        {errors.map(({ name, message, id = name, href }) => (
          <li key={name}>{id === null ? message : <a href={href ?? `#${encodeURIComponent(id)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
