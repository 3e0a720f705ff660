import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { Dl } from "../../components/dl.tsx";
import { percentWords } from "../../components/percent-words.ts";
import { TextField } from "../../components/field.tsx";
import { leadShare } from "../../domain/co-authors.ts";
import type { CoAuthor } from "../../../db/co-authors.ts";
import { useFieldWords } from "../../components/field-words.ts";
import type { StepProps } from "./submit-steps.tsx";

/** What the lead author sees of somebody invited. */
export type ShownCoAuthor = Pick<CoAuthor, "id" | "name" | "ownName" | "share" | "state" | "code"> & {
  mailed: boolean;
};

export function shownCoAuthor({ id, name, ownName, share, state, code, email }: CoAuthor): ShownCoAuthor {
  return { id, name, ownName, share, state, code, mailed: email !== null };
}

/** On the check page: who is named with the sender, and whether they have accepted. */
export function CoAuthorList({ coAuthors }: Pick<StepProps, "coAuthors">) {
  const { t, i18n } = useTranslation("initiative");
  const lang = i18n.language;
  const going = coAuthors.filter(({ state }) => state !== "declined");
  if (going.length === 0) return null;
  return (
    <>
      <h3>{t("authors.title")}</h3>
      <Dl
        look="tight"
        pairs={going.map(({ name, ownName, share, state }) => ({
          label: ownName ?? name,
          value: `${percentWords(share, lang)}, ${t(`authors.state.${state}`).toLocaleLowerCase("vi")}`,
        }))}
      />
    </>
  );
}

/** Who writes with the lead author: each with share, answer and the link to pass on; and the fields to invite one more. */
export function CoAuthors({ kind, lang, values, errors, coAuthors, publicUrl }: StepProps & { publicUrl: string }) {
  const { t } = useTranslation("initiative");
  const { t: words } = useTranslation("public");
  const { labelOf, hintOf, errorOf } = useFieldWords(kind);
  const field = (name: string, optional = false) => ({
    name,
    label: labelOf(name),
    hint: hintOf(name),
    error: errorOf(errors, name),
    defaultValue: values[name] ?? "",
    optional,
    autoComplete: "off",
    spellCheck: false,
  });
  return (
    <section id="co-authors">
      <h2>{t("authors.title")}</h2>
      <p>{t("authors.lead", { share: leadShare(coAuthors) })}</p>
      {coAuthors.map(({ id, name, ownName, share, state, code, mailed }) => (
        <div key={id} className="box">
          <h3>{ownName ?? name}</h3>
          <Dl
            look="tight"
            pairs={[
              { label: t("authors.share"), value: percentWords(share, lang) },
              { label: t("authors.answer"), value: t(`authors.state.${state}`) },
              ...(state === "invited"
                ? [
                    {
                      label: t("authors.code"),
                      value: (
                        <>
                          <CodeText mark="secret">{code}</CodeText>
                          <copy-code words={words("copy")} done={words("copied")} hidden />
                        </>
                      ),
                    },
                    {
                      label: t("authors.link"),
                      value: <span className="address">{`${publicUrl}/${lang}/submit/join#${code}`}</span>,
                    },
                  ]
                : []),
            ]}
          />
          {state === "invited" && <p className="small muted">{t(mailed ? "authors.mailed" : "authors.pass")}</p>}
          <Button variant="quiet" name="act" value={`remove-${id}`}>
            {t("authors.remove")}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </div>
      ))}
      <fieldset className="fields" data-unkept="">
        <legend className="field__label">{t("authors.invite")}</legend>
        <TextField {...field("coAuthorName")} />
        <TextField {...field("coAuthorShare")} inputMode="numeric" width="short" />
        <TextField {...field("coAuthorEmail", true)} type="email" inputMode="email" />
        <Button variant="secondary" name="act" value="invite">
          {t("authors.add")}
        </Button>
      </fieldset>
    </section>
  );
}
