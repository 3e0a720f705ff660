import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { ProvisionList } from "../../components/provision-list.tsx";
import { provisionsOf } from "../../domain/barrier.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { useFieldWords } from "../../components/field-words.ts";

interface ProvisionsFieldProps {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}

/**
 * One field into which provisions are typed or pasted in any spelling, and the
 * list of those that were understood so far. Continuing adds what stands in the field.
 */
export function ProvisionsField({ values, errors }: ProvisionsFieldProps) {
  const { t } = useTranslation("barrier");
  const { labelOf, hintOf, errorOf } = useFieldWords("barrier");
  const listed = provisionsOf({ provisions: values.provisions ?? "" });
  return (
    <>
      {listed.length > 0 && (
        <section aria-labelledby="provisions" className="boxed">
          <h2 id="provisions" className="field__label">
            {t("provisions.listed", { count: listed.length })}
          </h2>
          <ProvisionList
            references={listed}
            act={(index, wording) => (
              <Button variant="quiet" name="drop" value={String(index)}>
                {t("provisions.drop")} <span className="visually-hidden">{wording}</span>
              </Button>
            )}
          />
        </section>
      )}
      <input type="hidden" name="provisions" value={values.provisions ?? ""} />
      <TextField
        name="legalDocument"
        label={labelOf(listed.length > 0 ? "moreProvisions" : "legalDocument")}
        hint={hintOf("legalDocument")}
        error={errorOf(errors, "legalDocument") ?? errorOf(errors, "provisions") ?? errorOf(errors, "legalProvision")}
        optional={listed.length > 0}
        defaultValue={[values.legalProvision, values.legalDocument].filter(Boolean).join(", ")}
        spellCheck={false}
        data-unkept=""
      />
      <p>
        <Button variant="secondary" name="act" value="list">
          {t("provisions.add")}
        </Button>
      </p>
    </>
  );
}
