import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldFrame, wiring } from "../../../components/field-frame.tsx";
import type { NamedChoice } from "../../../http/case-page.ts";
import type { FieldWords } from "../parts/form-words.ts";
import { type OfferedAgency, useFoundAgencies } from "./use-found-agencies.ts";

/**
 * A combobox for a decision in few keys: with nothing typed it offers what is
 * suggested for the case, else what the typed letters find. Enter picks the
 * marked one, and once one is picked does the act. Enter that comes before its
 * list is there waits for it.
 */
export function AgencyPicker({
  words,
  chosen,
  suggested,
  onChosen,
}: {
  words: FieldWords;
  chosen: NamedChoice | null;
  suggested: readonly OfferedAgency[];
  onChosen: () => void;
}) {
  const { t } = useTranslation(["console", "office"]);
  const listId = useId();
  const [text, setText] = useState(chosen?.label ?? "");
  const [value, setValue] = useState(chosen?.value ?? "");
  const [open, setOpen] = useState(chosen === null);
  const [active, setActive] = useState(0);
  const [hasty, setHasty] = useState(0);
  const [sending, setSending] = useState(false);
  const sought = useFoundAgencies(open ? text : null);
  const found = text === "" ? suggested : sought;
  const shown = open && found !== null && found.length > 0;
  const optionId = (index: number) => `${listId}-${index}`;
  const hidden = useRef<HTMLInputElement>(null);

  const pick = (choice: NamedChoice | undefined) => {
    if (!choice) return;
    setText(choice.label);
    setValue(choice.value);
    setOpen(false);
    setHasty(0);
  };
  // Enter that was faster than the list: once to pick, twice to pick and do it.
  if (hasty > 0 && found !== null) {
    if (found[0]) {
      pick(found[0]);
      setSending(hasty > 1);
    } else setHasty(0);
  }
  const told = useRef(chosen?.value ?? "");
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    if (!value) return;
    onChosen();
    if (sending) hidden.current?.form?.requestSubmit();
  }, [value, sending, onChosen]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const last = (found?.length ?? 0) - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setOpen(true);
      setActive(event.key === "ArrowDown" ? Math.min(active + 1, last) : Math.max(active - 1, 0));
    } else if (event.key === "Enter" && value === "" && (open || text !== "")) {
      event.preventDefault();
      if (shown) pick(found[active]);
      else if (text !== "") setHasty(hasty + 1);
    } else if (event.key === "Escape" && shown && text !== "") {
      event.preventDefault();
      setOpen(false);
    }
  };

  const { defaultValue: _typed, ...frame } = words;
  return (
    <FieldFrame text={{ ...frame, hint: t("strip.agencyHint") }}>
      <input ref={hidden} type="hidden" name={words.name} value={value} />
      <div className="combobox">
        <input
          {...wiring({ ...frame, hint: t("strip.agencyHint") })}
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
          onChange={(event) => {
            setText(event.target.value);
            setValue("");
            setSending(false);
            setActive(0);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        <div id={listId} role="listbox" aria-label={words.label} hidden={!shown}>
          {found?.map((choice, index) => (
            <div
              key={choice.value}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(choice)}
              onKeyDown={onKeyDown}
            >
              {choice.label}
              {choice.reason && <span className="small"> · {choice.reason}</span>}
            </div>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {shown
          ? t("office:combobox.found", { count: found.length })
          : value
            ? t("office:combobox.chosen", { name: text })
            : ""}
      </p>
      {open && found?.length === 0 && text !== "" && <p className="muted">{t("office:combobox.none")}</p>}
    </FieldFrame>
  );
}
