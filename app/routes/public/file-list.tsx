import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { fileSize } from "../../components/file-size.ts";
import { Icon } from "../../components/icon.tsx";
import type { CaseFile } from "../../../db/case-files.ts";
import type { FileView } from "../../http/own-files.ts";

interface FileListProps {
  id: string;
  files: readonly (CaseFile & Partial<Pick<FileView, "received">>)[];
  /** Each may be taken back: the button posts its id as `remove`. */
  removable?: boolean;
  /** They are about to go with a case: says which of them will not. */
  going?: boolean;
  /** They come from an agency: that they have come in is no news to their reader. */
  given?: boolean;
}

/** Files with what became of each, for whoever sent them. Stands empty too: the script adds its rows to it. */
export function FileList({ id, files, removable, going, given }: FileListProps) {
  const { t } = useTranslation("attachments");
  return (
    <ul className="files" id={id} aria-label={t("list")}>
      {files.map((file) => (
        <FileRow key={file.id} file={file} removable={removable} going={going} given={given} />
      ))}
    </ul>
  );
}

type FileRowProps = Pick<FileListProps, "removable" | "going" | "given"> & { file: FileListProps["files"][number] };

function FileRow({ file, removable, going, given }: FileRowProps) {
  const { t, i18n } = useTranslation("attachments");
  const { id, name, size, received = size, state, scan, refusal, open } = file;
  const percent = Math.floor((received / Math.max(size, 1)) * 100);
  const words = refusal ? t(`refusal.${refusal}`) : t(`state.${stateOf(file)}`, { percent });
  return (
    <li data-id={id} data-name={name} data-size={size} data-state={state}>
      <strong>{name}</strong> <span className="muted">{fileSize(size, i18n.language)}</span>
      {!(given && open) && (
        <span className={state === "refused" ? "files__said field__error" : "files__said"} data-said>
          {state === "refused" && <Icon name="alert" />} {words}
        </span>
      )}
      {going && state === "refused" && (
        <strong className="files__said">{t(scan === "infected" ? "check.blocked" : "check.refused")}</strong>
      )}
      <span className="cluster">
        {open && (
          <a href={`/uploads/${id}/file`} download>
            {t("see")}
            <span className="visually-hidden"> {name}</span>
          </a>
        )}
        {removable && (
          <Button variant="quiet" name="remove" value={id}>
            {t("remove")}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </span>
    </li>
  );
}

/** What people are told of a file; one that is ready but not yet scanned is still being looked into. */
function stateOf({ state, scan }: Pick<CaseFile, "state" | "scan">): string {
  return state === "ready" && scan === "waiting" ? "checking" : state;
}
