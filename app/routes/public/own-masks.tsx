import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { SelectField, TextArea } from "../../components/field.tsx";
import { useFieldWords } from "../../components/field-words.ts";
import type { OwnCase } from "./case-model.ts";
import { ActForm, formOf } from "./own-case-forms.tsx";
import type { Unopened } from "./tracking.ts";

/** What is masked on the public page, why, and the author's way to object. */
export function OwnMasks({ own, refused }: { own: OwnCase; refused: Unopened | undefined }) {
  const { t } = useTranslation("publishing");
  const { errorOf } = useFieldWords();
  const { errors, values } = formOf("contest", refused);
  if (own.masks.length === 0) return null;
  const free = own.masks.filter(({ objection }) => objection !== "open" && objection !== "lifted");
  const plain = { interpolation: { escapeValue: false } };
  return (
    <section id="contest">
      <h2>{t("own.title")}</h2>
      <p>{t("own.lead")}</p>
      <ul>
        {own.masks.map(({ id, words, reason, note, objection }) => (
          <li key={id}>
            <bdi>{t("own.item", { words, ...plain })}</bdi>: {t("masked", { reason: t(`reason.${reason}`) })}
            {note && `. ${t("review.note", { note, ...plain })}`}
            {objection && <p className="muted">{t(`own.state.${objection}`)}</p>}
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <div className="no-print">
          <Disclosure summary={t("own.contest")} open={refused?.act === "contest"}>
            <p>{t("own.hint")}</p>
            <ActForm act="contest">
              <SelectField
                name="redactionId"
                label={t("own.which")}
                error={errors.redactionId ? t("own.wrong") : undefined}
                defaultValue={values.redactionId ?? String(free[0]?.id)}
                empty={null}
                options={free.map(({ id, words }) => ({ value: String(id), label: words.slice(0, 80) }))}
                width="full"
              />
              <TextArea
                name="objection"
                label={t("own.why")}
                error={errorOf(errors, "objection")}
                defaultValue={values.objection}
                rows={4}
              />
              <Button icon="send">{t("own.button")}</Button>
            </ActForm>
          </Disclosure>
        </div>
      )}
    </section>
  );
}
