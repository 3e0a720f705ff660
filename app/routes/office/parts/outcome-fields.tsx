import { useTranslation } from "react-i18next";
import { TextArea, TextField } from "../../../components/field.tsx";
import { GroupFrame } from "../../../components/field-frame.tsx";
import type { CasePage } from "../../../http/case-page.ts";
import type { FormWords } from "./form-words.ts";

const long = ["whatChanged", "reasons", "promise"];
const dates = ["changedOn", "promisedOn"];
const short = ["unit", "before", "after"];

/**
 * The kinds of outcome, each with the fields it needs. Only the chosen kind's
 * fields count; style sheets fold the others away where they can.
 */
export function OutcomeFields({
  kinds,
  field,
  typed,
  stored,
}: {
  kinds: CasePage["outcomeFields"];
  field: FormWords["field"];
  typed: Readonly<Record<string, string>> | null;
  stored: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation(["office", "domain"]);
  const { defaultValue: _none, ...group } = field("outcome.kind");
  const chosen = typed ? typed["outcome.kind"] : stored.kind;
  return (
    <GroupFrame text={group}>
      {Object.entries(kinds).map(([kind, names], index) => {
        const id = index === 0 ? group.id : `${group.id}-${kind}`;
        return (
          <div className="outcome-kind" key={kind}>
            <div className="choice">
              <input
                type="radio"
                id={id}
                name="outcome.kind"
                value={kind}
                defaultChecked={kind === chosen}
                aria-describedby={`${id}-note`}
              />
              <label htmlFor={id}>{t(`domain:outcome.${kind}`)}</label>
              <p className="choice__hint" id={`${id}-note`}>
                {t(`outcomeHint.${kind}`)}
              </p>
            </div>
            <fieldset className="outcome-kind__fields">
              <legend className="visually-hidden">{t(`domain:outcome.${kind}`)}</legend>
              {names.map((name) => {
                const words = field(`o-${kind}.${name}`, stored.kind === kind ? stored[name] : null);
                if (long.includes(name)) return <TextArea key={name} {...words} rows={4} lang="vi" />;
                if (dates.includes(name)) return <TextField key={name} {...words} type="date" width="short" />;
                return <TextField key={name} {...words} width={short.includes(name) ? "short" : "full"} />;
              })}
            </fieldset>
          </div>
        );
      })}
    </GroupFrame>
  );
}
