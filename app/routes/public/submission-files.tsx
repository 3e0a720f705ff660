import { useTranslation } from "react-i18next";
import type { FormError } from "../../components/error-summary.tsx";
import type { Kind, Lang } from "../../domain/case-kind.ts";
import type { FileView } from "../../http/own-files.ts";
import { FileList } from "./file-list.tsx";
import { AttachmentsField } from "./file-uploader.tsx";
import type { RefusedFile } from "./posted-files.ts";
import { filesAddress } from "./submission-address.ts";

/** The files that go along, on the page on which everything is checked. */
export function CheckFiles({ kind, lang, files }: { kind: Kind; lang: Lang; files: readonly FileView[] }) {
  const { t } = useTranslation("attachments");
  return (
    <section>
      <h2>{t("title")}</h2>
      {files.length === 0 ? <p>{t("check.none")}</p> : <FileList id="files" files={files} going />}
      {files.some((file) => file.state === "receiving") && <p>{t("check.unfinished")}</p>}
      <p>
        <a href={filesAddress(lang, kind, true)}>{t(files.length === 0 ? "check.add" : "check.change")}</a>
      </p>
    </section>
  );
}

/** Choosing files where everything stands on one page, and those that are here already. */
export function AllFiles({ files, refused }: { files: readonly FileView[]; refused: readonly RefusedFile[] }) {
  const errors = useFileErrors(refused);
  return (
    <>
      <AttachmentsField error={errors.map(({ message }) => message).join(" ") || undefined} optional />
      {files.length > 0 && <FileList id="files" files={files} going />}
    </>
  );
}

/** Each file that was not taken as a line of the error summary, by name. */
export function useFileErrors(refused: readonly RefusedFile[]): FormError[] {
  const { t } = useTranslation("attachments");
  return refused.map(({ name, rule }, index) => ({
    name: `file-${index}`,
    id: "attachments",
    message: `${name}: ${t([`refusal.${rule}`, `problem.${rule}`])}`,
  }));
}
