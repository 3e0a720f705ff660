/** Radio buttons and check boxes: groups with a legend, and a single box to tick. */
import type { ReactNode } from "react";
import { FieldFrameless, type FieldText, fieldIds, GroupFrame } from "./field-frame.tsx";

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The language of the label where it is not the page's. */
  lang?: string;
  disabled?: boolean;
}

type Group = FieldText & { options: readonly Choice[]; inline?: boolean; after?: ReactNode };

/** The first radio has the field's id, so an error link lands on it. */
export function RadioGroup({ options, value, inline, after, ...text }: Group & { value?: string }) {
  return (
    <GroupFrame text={text}>
      <div className={inline ? "choices choices--inline" : "choices"}>
        {options.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="radio"
            text={text}
            choice={choice}
            index={index}
            checked={choice.value === value}
          />
        ))}
      </div>
      {after}
    </GroupFrame>
  );
}

export function CheckboxGroup({
  options,
  values = [],
  inline,
  after,
  ...text
}: Group & { values?: readonly string[] }) {
  return (
    <GroupFrame text={text}>
      <div className={inline ? "choices choices--inline" : "choices"}>
        {options.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="checkbox"
            text={text}
            choice={choice}
            index={index}
            checked={values.includes(choice.value)}
          />
        ))}
      </div>
      {after}
    </GroupFrame>
  );
}

/** One box to tick, without a legend. */
export function Checkbox({ value = "yes", checked, ...text }: FieldText & { value?: string; checked?: boolean }) {
  const ids = fieldIds(text);
  return (
    <FieldFrameless text={text}>
      <div className="choice">
        <input
          type="checkbox"
          id={ids.id}
          name={text.name}
          value={value}
          defaultChecked={checked}
          aria-describedby={ids.describedBy}
          aria-invalid={text.error ? true : undefined}
        />
        <label htmlFor={ids.id}>{text.label}</label>
      </div>
    </FieldFrameless>
  );
}

function ChoiceRow({
  type,
  text,
  choice,
  index,
  checked,
}: {
  type: "radio" | "checkbox";
  text: FieldText;
  choice: Choice;
  index: number;
  checked: boolean;
}) {
  const base = fieldIds(text).id;
  const id = index === 0 ? base : `${base}-${index + 1}`;
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={text.name}
        value={choice.value}
        defaultChecked={checked}
        disabled={choice.disabled}
        aria-describedby={choice.hint ? `${id}-note` : undefined}
      />
      <label htmlFor={id} lang={choice.lang}>
        {choice.label}
      </label>
      {choice.hint && (
        <p className="choice__hint" id={`${id}-note`}>
          {choice.hint}
        </p>
      )}
    </div>
  );
}
