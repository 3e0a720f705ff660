import { type InputHTMLAttributes, type KeyboardEvent, type Ref, useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldFrame, wiring } from "../../../components/field-frame.tsx";
import type { FieldWords } from "./form-words.ts";
import type { OfferedAgency } from "./use-found-agencies.ts";

/**
 * The box and the list of a combobox for agencies (WAI-ARIA 1.2, list
 * autocomplete with manual selection), told everything by its owner. The text
 * is only for finding; what is sent is the id.
 */
export function AgencyBox({
  words,
  text,
  value,
  list,
  shown,
  missing,
  active,
  sent,
  onPick,
  onKeyDown,
  ...input
}: {
  words: FieldWords;
  text: string;
  value: string;
  list: readonly OfferedAgency[];
  shown: boolean;
  /** Nothing fits what is typed. */
  missing: boolean;
  /** The option that Enter would pick. */
  active: number;
  sent?: Ref<HTMLInputElement>;
  onPick: (choice: OfferedAgency) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
} & Pick<InputHTMLAttributes<HTMLInputElement>, "onChange" | "onFocus" | "onClick" | "onBlur">) {
  const { t } = useTranslation("office");
  const listId = useId();
  const optionId = (index: number) => `${listId}-${index}`;
  const { defaultValue: _typed, ...frame } = words;
  return (
    <FieldFrame text={frame}>
      <input ref={sent} type="hidden" name={words.name} value={value} />
      <div className="combobox">
        <input
          {...wiring(frame)}
          {...input}
          name={undefined}
          className="control"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown ? optionId(active) : undefined}
          value={text}
          onKeyDown={onKeyDown}
        />
        <div id={listId} role="listbox" aria-label={words.label} hidden={!shown}>
          {list.map((choice, index) => (
            <div
              key={choice.value}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // Keeps the focus in the input until the choice is made.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(choice)}
              onKeyDown={onKeyDown}
            >
              {choice.label}
              {choice.reason && <span className="small"> · {choice.reason}</span>}
            </div>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {shown || missing
          ? t("combobox.found", { count: list.length })
          : value
            ? t("combobox.chosen", { name: text })
            : ""}
      </p>
      {missing && <p className="muted">{t("combobox.none")}</p>}
    </FieldFrame>
  );
}

/** Where the arrows lead in a list of this length; null for another key. */
export function movedTo(key: string, active: number, length: number): number | null {
  if (key === "ArrowDown") return Math.min(active + 1, length - 1);
  return key === "ArrowUp" ? Math.max(active - 1, 0) : null;
}
