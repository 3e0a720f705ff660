import { type KeyboardEvent, useState } from "react";
import type { NamedChoice } from "../../../http/case-page.ts";
import { AgencyBox, movedTo } from "./agency-box.tsx";
import type { FieldWords } from "./form-words.ts";
import { useFoundAgencies } from "./use-found-agencies.ts";

/** An agency found by unaccented typing, in a form with other fields: Enter picks and no more. */
export function AgencyCombobox({ words, chosen }: { words: FieldWords; chosen: NamedChoice | null }) {
  const [text, setText] = useState(chosen?.label ?? "");
  const [value, setValue] = useState(chosen?.value ?? "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useFoundAgencies(open ? text : null);
  const list = (open && found) || [];

  const pick = (choice: NamedChoice | undefined) => {
    if (!choice) return;
    setText(choice.label);
    setValue(choice.value);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const moved = movedTo(event.key, active, list.length);
    if (moved !== null) {
      event.preventDefault();
      if (!open) return setOpen(true);
      setActive(moved);
    } else if (event.key === "Enter" && open && found !== null) {
      event.preventDefault();
      pick(found[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <AgencyBox
      words={words}
      text={text}
      value={value}
      list={list}
      shown={list.length > 0}
      missing={open && found?.length === 0}
      active={active}
      onPick={pick}
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
  );
}
