import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldFrame, wiring } from "../../../components/field-frame.tsx";
import type { NamedChoice } from "../../../http/case-page.ts";
import type { FieldWords } from "./form-words.ts";

const WAIT_MS = 150;

/**
 * A combobox with a list of its own (WAI-ARIA 1.2, list autocomplete with
 * manual selection). The text is only for finding; what is sent is the id.
 */
export function AgencyCombobox({ words, chosen }: { words: FieldWords; chosen: NamedChoice | null }) {
  const { t } = useTranslation("office");
  const listId = useId();
  const [text, setText] = useState(chosen?.label ?? "");
  const [value, setValue] = useState(chosen?.value ?? "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  // A list for other words than those in the box is none: Enter must never pick from it.
  const found = useAgencies(open ? text : null);
  const shown = open && found !== null;
  const optionId = (index: number) => `${listId}-${index}`;

  const pick = (choice: NamedChoice | undefined) => {
    if (!choice) return;
    setText(choice.label);
    setValue(choice.value);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const last = (found?.length ?? 0) - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setOpen(true);
      setActive(event.key === "ArrowDown" ? Math.min(active + 1, last) : Math.max(active - 1, 0));
    } else if (event.key === "Enter" && shown) {
      event.preventDefault();
      pick(found[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    }
  };

  const { defaultValue: _typed, ...frame } = words;
  return (
    <FieldFrame text={frame}>
      <input type="hidden" name={words.name} value={value} />
      <div className="combobox">
        <input
          {...wiring(frame)}
          name={undefined}
          className="control"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && found.length > 0 ? optionId(active) : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setValue("");
            setActive(0);
            setOpen(true);
          }}
          onFocus={(event) => event.target.select()}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <div id={listId} role="listbox" aria-label={words.label} hidden={!shown || found.length === 0}>
          {found?.map((choice, index) => (
            <div
              key={choice.value}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // Keeps the focus in the input until the choice is made.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(choice)}
              onKeyDown={onKeyDown}
            >
              {choice.label}
            </div>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {shown ? t("combobox.found", { count: found.length }) : value ? t("combobox.chosen", { name: text }) : ""}
      </p>
      {shown && found.length === 0 && <p className="muted">{t("combobox.none")}</p>}
    </FieldFrame>
  );
}

/** The agencies that fit what is typed; null while nothing is asked or the first answer is not there. */
function useAgencies(typed: string | null): readonly NamedChoice[] | null {
  const [found, setFound] = useState<{ typed: string; items: readonly NamedChoice[] } | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/office/agencies/search?${new URLSearchParams({ q: typed })}`, {
          signal: stop.signal,
        });
        if (answer.ok) setFound({ typed, ...((await answer.json()) as { items: NamedChoice[] }) });
      } catch {
        // Asked again with the next letter.
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);
  return found !== null && found.typed === typed ? found.items : null;
}
