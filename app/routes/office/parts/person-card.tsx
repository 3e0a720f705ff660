import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import { roles } from "../../../domain/actor.ts";
import type { PersonChange } from "../../../commands/change-person.ts";
import type { NamedChoice } from "../../../http/case-page.ts";
import type { ShownPerson } from "../people.tsx";
import { type FormState, useFormWords } from "./form-words.ts";

const tones = { active: "fine", invited: "info", lapsed: "soon", disabled: "quiet" } as const;

/** One account: who it is, how it stands, and what an administrator may change of it. Passwords are not among it. */
export function PersonCard({
  person,
  agencies,
  state,
  isSelf,
}: {
  person: ShownPerson;
  agencies: readonly NamedChoice[];
  state: FormState | null;
  isSelf: boolean;
}) {
  const { t } = useTranslation(["office", "domain", "absences"]);
  const form = `person-${person.id}`;
  const own = state?.form === form;
  const { field } = useFormWords(form, state);
  const { defaultValue: role, ...roleWords } = field("role", person.role);
  const { defaultValue: agencyId, ...agencyWords } = field("agencyId", String(person.agencyId));
  const error = own ? field("change").error : undefined;
  const options = agencies.some(({ value }) => value === String(person.agencyId))
    ? agencies
    : [...agencies, { value: String(person.agencyId), label: person.agency }];
  return (
    <li className="box person-card">
      <p>
        <bdi className="strong">{person.name}</bdi> {isSelf && `(${t("people.you")})`}{" "}
        <span className={`badge badge--${tones[person.state]}`}>{t(`people.state.${person.state}`)}</span>
      </p>
      <p className="card__meta">
        <span>{t(`domain:role.${person.role}`)}</span>
        <span>{person.agency}</span>
        <span>{person.email}</span>
      </p>
      {error && (
        <p className="field__error" id={`${form}-change`}>
          {error}
        </p>
      )}
      <Disclosure
        summary={
          <>
            {t("people.change")} <span className="visually-hidden">{person.name}</span>
          </>
        }
        open={own}
      >
        <form method="post" noValidate>
          <Ref person={person} change="place" />
          <TextField {...field("name", person.name)} autoComplete="off" spellCheck={false} />
          <SelectField
            {...roleWords}
            defaultValue={role}
            empty={null}
            options={roles.map((name) => ({ value: name, label: t(`domain:role.${name}`) }))}
          />
          <SelectField {...agencyWords} defaultValue={agencyId} empty={null} options={options} width="full" />
          <Button>{t("people.place")}</Button>
        </form>
        {person.state === "active" && (
          <p>
            <a href={`/office/absences?person=${person.id}`}>{t("absences:title")}</a>
          </p>
        )}
        <div className="cluster person-card__more">
          {person.state !== "disabled" && <Act person={person} change="invite-again" />}
          {person.state === "active" && <Act person={person} change="end-sessions" />}
          {person.state === "disabled" ? (
            <Act person={person} change="enable" />
          ) : (
            <Act person={person} change="disable" danger />
          )}
        </div>
      </Disclosure>
    </li>
  );
}

function Ref({ person, change }: { person: ShownPerson; change: PersonChange }) {
  return (
    <>
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="staffId" value={person.id} />
      <input type="hidden" name="version" value={person.version} />
    </>
  );
}

function Act({ person, change, danger }: { person: ShownPerson; change: PersonChange; danger?: boolean }) {
  const { t } = useTranslation("office");
  return (
    <form method="post">
      <Ref person={person} change={change} />
      <Button variant={danger ? "danger" : "secondary"}>{t(`people.act.${change}`)}</Button>
    </form>
  );
}
