import { useTranslation } from "react-i18next";
import { SelectField, TextArea, TextField } from "../../../components/field.tsx";
import { partFiles } from "../../../domain/attachments.ts";
import type { CaseworkName } from "../../../domain/casework-names.ts";
import type { ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";
import { WallFields } from "./wall-fields.tsx";

const PARTS = [1, 2, 3, 4, 5] as const;

/** The fields of the acts on cases that belong together, and of deciding a dispute; every other act has those of the wall. */
export function CollectiveFields({ act, page, state }: ActProps & { act: CaseworkName }) {
  const { t } = useTranslation("collective");
  const { field } = useFormWords(act, state);
  const { links } = page.collective;
  switch (act) {
    case "reopen":
    case "uphold":
      return <TextArea {...field("reason")} rows={5} />;
    case "split":
      return PARTS.map((place) => (
        <fieldset key={place} className="field">
          <legend className="field__label">{t(place <= 2 ? "part" : "partMore", { place })}</legend>
          <TextField {...field(`part${place}.title`)} maxLength={150} lang={page.lang} optional={place > 2} />
          <TextArea {...field(`part${place}.content`)} rows={4} lang={page.lang} optional={place > 2} />
          {page.files.length > 0 && (
            <SelectField
              {...field(`part${place}.files`)}
              label={t("files.label")}
              options={partFiles.map((value) => ({ value, label: t(`files.${value}`) }))}
              empty={null}
            />
          )}
        </fieldset>
      ));
    case "link":
      return <TextField {...field("otherCode")} width="short" autoComplete="off" spellCheck={false} />;
    case "unlink":
      return (
        <SelectField
          {...field("otherCode")}
          options={links.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
          width="full"
        />
      );
    default:
      return <WallFields act={act} page={page} state={state} />;
  }
}
