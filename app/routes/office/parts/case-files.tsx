import { useTranslation } from "react-i18next";
import { fileSize } from "../../../components/file-size.ts";
import type { CasePage } from "../../../http/case-page.ts";

/** The files of a case with what the checks said of each; what is passed can be downloaded as a clean copy. */
export function CaseFiles({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation("attachments");
  if (page.files.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t("office.title")}</h2>
      <p className="small muted">{t("office.note")}</p>
      <ul className="files">
        {page.files.map(({ id, name, type, size, standing, open, withReply }) => (
          <li key={id}>
            <strong>{name}</strong>{" "}
            <span className="muted">
              {type.toUpperCase()}, {fileSize(size, i18n.language)}
              {withReply && `, ${t("office.withReply")}`}
            </span>
            <span className="files__said">{t(`office.scan.${standing}`)}</span>
            {open && (
              <a href={`/office/cases/${page.code}/files/${id}`} download>
                {t("office.open")}
                <span className="visually-hidden"> {name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
