import { useTranslation } from "react-i18next";
import { RadioGroup } from "../../components/choice-field.tsx";
import { wordsOfAnswer } from "../../components/answer-words.ts";
import { useChoices } from "../../components/choices.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextField } from "../../components/field.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { ProvisionList } from "../../components/provision-list.tsx";
import { Readiness } from "../../components/readiness-steps.tsx";
import { amountWords } from "../../components/barrier-words.ts";
import { type Answer, SummaryList } from "../../components/summary-list.tsx";
import { Time } from "../../components/time.tsx";
import { WordingDiff } from "../../components/wording-diff.tsx";
import { provisionsOf } from "../../domain/barrier.ts";
import type { Kind, Lang } from "../../domain/case-kind.ts";
import { NO_COMMUNE } from "../../domain/form-common.ts";
import { fieldsOf, flowOf, stepsOf } from "../../domain/form-steps.ts";
import { controls, type FieldName, type StepName } from "../../domain/forms.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { readDay } from "../../domain/day.ts";
import { openingWords } from "../../domain/text.ts";
import { CoAuthorList, type ShownCoAuthor } from "./co-authors-part.tsx";
import { useFieldWords } from "../../components/field-words.ts";
import { address } from "./submission-address.ts";
import { ProvisionsField } from "./provisions-field.tsx";
import { SubmissionField } from "../../components/submission-field.tsx";
import { TasksLeft } from "./task-list.tsx";

export interface StepProps {
  kind: Kind;
  lang: Lang;
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
  /** The name of the commune chosen, in the page's language. */
  commune: string;
  /** The day in Viet Nam. */
  today: string;
  places: readonly { value: string; label: string; formerName: string | null }[];
  /** Who writes with the sender, where several may. */
  coAuthors: readonly ShownCoAuthor[];
}

/** The fields of a step in their order. */
export function FieldsStep({ step, ...props }: StepProps & { step: StepName }) {
  const { kind } = props;
  const { t } = useTranslation("public");
  return (
    <>
      {step === "content" && (
        <Disclosure summary={t("submit.advice.title")}>
          <ul>
            <li>{t("submit.advice.one")}</li>
            <li>{t("submit.advice.facts")}</li>
            <li>{t("submit.advice.names")}</li>
            <li>{t("submit.advice.vietnamese")}</li>
          </ul>
        </Disclosure>
      )}
      {kind === "barrier" && step === "content" && <ProvisionsField values={props.values} errors={props.errors} />}
      <FieldList {...props} names={fieldsOf(kind, step).filter((name) => !ofProvisions.has(name))} />
    </>
  );
}

/** Fields that are one look-up on the page and one list on the check page. */
const ofProvisions = new Set<FieldName>(["legalDocument", "legalProvision", "provisions"]);

/** Fields one after another; those of one group stand under one legend. */
function FieldList({ names, kind, values, errors, today }: StepProps & { names: readonly FieldName[] }) {
  const { t } = useTranslation("forms");
  const groups: { group: string | undefined; names: FieldName[] }[] = [];
  for (const name of names) {
    const { group } = controls[name];
    const last = groups.at(-1);
    if (last && group !== undefined && last.group === group) last.names.push(name);
    else groups.push({ group, names: [name] });
  }
  return groups.map((part) => {
    const fields = part.names.map((name) => (
      <SubmissionField key={name} {...{ kind, name, errors, today }} value={values[name] ?? ""} />
    ));
    if (part.group === undefined) return fields;
    return (
      <fieldset key={part.group} className="fields">
        <legend className="field__label">{t(`groups.${part.group}`)}</legend>
        {fields}
      </fieldset>
    );
  });
}

/** One look-up for the place; the province alone where that is all there is to say. */
export function WhereStep(props: StepProps) {
  const { kind, values, errors, commune, today } = props;
  const { labelOf, hintOf, errorOf } = useFieldWords(kind);
  return (
    <>
      <SubmissionField {...{ kind, errors, today }} name="extent" value={values.extent ?? ""} />
      <TextField
        name="place"
        label={labelOf("place")}
        hint={hintOf("place")}
        error={errorOf(errors, "place") ?? errorOf(errors, "communeCode")}
        optional
        defaultValue={errors.place === undefined && commune && values.communeCode ? commune : (values.place ?? "")}
        autoComplete="off"
        spellCheck={false}
      />
      <FieldList
        {...props}
        names={fieldsOf(kind, "where").filter((name) => name !== "extent" && name !== "communeCode")}
      />
    </>
  );
}

/** The communes that the typed name may mean. */
export function PlaceStep({ kind, values, errors, places }: StepProps) {
  const { t } = useTranslation("public");
  const { errorOf } = useFieldWords(kind);
  const found = places.map(({ value, label, formerName }) => ({
    value,
    label,
    hint: formerName ? <span lang="vi">{t("submit.former", { name: formerName })}</span> : undefined,
  }));
  return (
    <RadioGroup
      name="communeCode"
      label={t("submit.placeQuestion", { name: values.place ?? "" })}
      error={errorOf(errors, "communeCode")}
      options={[...found, { value: NO_COMMUNE, label: t("submit.placeOther") }]}
      value={values.communeCode}
    />
  );
}

/** Everything as it will be sent, and who will be able to read what. */
export function CheckStep(props: StepProps) {
  const { kind, lang, values } = props;
  const { t } = useTranslation("public");
  const { labelOf } = useFieldWords(kind);
  const show = useAnswerWords(props);
  const tasks = flowOf(kind) === "tasks";
  const anonymous = values.reporterType === "anonymous";
  const rowOf = (step: StepName, name: FieldName): Answer => ({
    label: labelOf(name),
    value: show(name),
    changeHref: `${address(lang, kind, step, true)}#${name === "communeCode" ? "place" : name === "provisions" ? "legalDocument" : name}`,
  });
  return (
    <>
      {tasks && <TasksLeft {...props} />}
      {stepsOf(kind).map((step) => (
        <section key={step}>
          <h2>{t(tasks ? [`submit.step.${step}.${kind}`] : [`submit.section.${step}`])}</h2>
          <SummaryList
            answers={fieldsOf(kind, step)
              .filter((name) => !(anonymous && (controls[name].personal || name === "hideIdentity")))
              .filter((name) => name === "provisions" || !ofProvisions.has(name))
              .map((name) => rowOf(step, name))}
          />
          {step === "who" && <CoAuthorList coAuthors={props.coAuthors} />}
        </section>
      ))}
      <section>
        <h2>{t("submit.public.title")}</h2>
        {values.publishConsent === "yes" ? <p>{t("submit.public.lead")}</p> : <p>{t("submit.public.no")}</p>}
        <div className="halves">
          <div>
            <h3>{t("submit.public.yesTitle")}</h3>
            <ul>
              {(values.publishConsent === "yes" ? ["text", "place", "answer"] : ["count"]).map((key) => (
                <li key={key}>{t(`submit.public.${key}`)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{t("submit.public.neverTitle")}</h3>
            <ul>
              {(values.publishConsent === "yes" ? ["who", "address", "talk"] : ["all", "who"]).map((key) => (
                <li key={key}>{t(`submit.public.${key}`)}</li>
              ))}
            </ul>
          </div>
        </div>
      </section>
      <p>{t("submit.declaration")}</p>
    </>
  );
}

/** An answer in words: a term's name, a place's name, the text itself. */
export function useAnswerWords({
  lang,
  kind,
  values,
  commune,
}: Pick<StepProps, "lang" | "kind" | "values" | "commune">) {
  const choices = useChoices();
  const { t } = useTranslation("forms");
  const { t: words } = useTranslation("public");
  const { t: barrier } = useTranslation("barrier");
  return (name: FieldName) => {
    const value = values[name] ?? "";
    const control = controls[name];
    if (name === "title" && value === "")
      return words("submit.titleFrom", { title: openingWords(values.content ?? "") });
    if (name === "provisions") return <ProvisionList references={provisionsOf(values)} />;
    if (value === "") return "";
    if (name === "proposedWording" && values.presentWording)
      return <WordingDiff present={values.presentWording} proposed={value} />;
    if (control.control === "commune") return commune;
    if (control.control === "province")
      return choices.province.find((option) => option.value === value)?.label ?? value;
    if (control.control === "agency")
      return choices.complainedOf.find((option) => option.value === value)?.label ?? value;
    if (control.control === "term") {
      const known = choices[control.vocabulary ?? "field"];
      return known.find((option) => option.value === value)?.label ?? value;
    }
    if (control.control === "date") return readDay(value) ? <Time value={value} /> : value;
    const ours = amountWords(barrier, lang, name, value) ?? wordsOfAnswer(t, lang, name, control, value);
    if (name === "readiness") return <Readiness level={Number(value)} words={ours ?? value} />;
    if (ours !== null) return ours;
    if (control.control === "paragraphs") return <LangText key={`${kind}.${name}`} text={value} lang={lang} />;
    return value;
  };
}
