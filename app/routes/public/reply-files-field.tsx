import { useTranslation } from "react-i18next";
import type { FileView } from "../../http/own-files.ts";
import { FileList } from "./file-list.tsx";
import { FileUploader } from "./file-uploader.tsx";

/** Files to go with a reply: choosing them, and those that are here already. */
export function ReplyFiles({ unsent, error }: { unsent: readonly FileView[]; error: string | undefined }) {
  const { t } = useTranslation("attachments");
  return (
    <>
      <FileUploader list="files" target="case" error={error} optional />
      {unsent.length > 0 && <p>{t("unsent")}</p>}
      <FileList id="files" files={unsent} removable />
    </>
  );
}
