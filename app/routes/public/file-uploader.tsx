import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { FileField } from "../../components/field.tsx";
import { MAX_FILES } from "../../domain/attachments.ts";

/** What file pickers offer: types and extensions, because systems know one or the other. HEIC is left out so that phones convert. */
const ACCEPT = "image/jpeg,image/png,image/webp,application/pdf,video/mp4,.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.mp4";

const SCRIPT_WORDS = ["waiting", "progress", "checking", "ready", "paused", "failed", "again"] as const;
const SCRIPT_BUTTONS = ["pause", "resume", "retry", "remove"] as const;

/**
 * Where files are chosen. It works as it stands by posting the form; the script
 * (`public/uploader.js`) sends each file at once instead, in pieces, and goes
 * on after a lost signal.
 */
export function FileUploader({
  list,
  error,
  target = "form",
  optional,
}: {
  /** The id of the list that shows the files. */
  list: string;
  error?: string;
  /** A reply on the case that is open, or a submission. */
  target?: "form" | "case";
  optional?: boolean;
}) {
  const { t, i18n } = useTranslation("attachments");
  const words = Object.fromEntries([
    ...SCRIPT_WORDS.map((name) => [name, t(`script.${name}`)]),
    ...SCRIPT_BUTTONS.map((name) => [name, t(`script.button.${name}`)]),
    ["done", t("script.done")],
    ["unavailable", t("problem.unavailable")],
  ]);
  return (
    <file-uploader list={list} for={target} words={JSON.stringify(words)} lang={i18n.language}>
      <AttachmentsField error={error} optional={optional} note={t("smaller")} />
      <p data-plain="">
        <Button variant="secondary" name="files" value="upload">
          {t("upload")}
        </Button>
      </p>
      <p role="status" className="visually-hidden" />
    </file-uploader>
  );
}

/** The field itself, for forms that bring files in their own POST. */
export function AttachmentsField({
  error,
  optional,
  note,
}: {
  error?: string;
  optional?: boolean;
  /** What to know beside the limits. */
  note?: string;
}) {
  const { t } = useTranslation("attachments");
  return (
    <FileField
      name="attachments"
      label={t("choose")}
      hint={[t("limits", { files: MAX_FILES }), note].filter(Boolean).join(" ")}
      error={error}
      optional={optional}
      multiple
      accept={ACCEPT}
    />
  );
}
