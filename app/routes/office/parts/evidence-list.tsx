import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { fileSize } from "../../../components/file-size.ts";
import type { CasePage } from "../../../http/case-page.ts";

/** Evidence of an answer with what the checks said of each file; `removable` ones post their id as `drop`. */
export function EvidenceList({
  page,
  files = page.evidence,
  removable = false,
}: {
  page: Pick<CasePage, "code" | "evidence">;
  files?: CasePage["evidence"];
  removable?: boolean;
}) {
  const { t, i18n } = useTranslation(["evidence", "attachments"]);
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t("title")}>
      {files.map(({ id, name, type, size, standing, open }) => (
        <li key={id}>
          <strong>{name}</strong>{" "}
          <span className="muted">
            {type.toUpperCase()}, {fileSize(size, i18n.language)}
          </span>
          <span className="files__said">{t(`attachments:office.scan.${standing}`)}</span>
          <span className="cluster">
            {open && (
              <a href={`/office/cases/${page.code}/files/${id}`} download>
                {t("attachments:office.open")}
                <span className="visually-hidden"> {name}</span>
              </a>
            )}
            {removable && (
              <Button variant="quiet" name="drop" value={id}>
                {t("attachments:remove")}
                <span className="visually-hidden"> {name}</span>
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
