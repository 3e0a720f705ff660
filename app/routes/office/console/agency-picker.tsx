import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NamedChoice } from "../../../http/case-page.ts";
import { AgencyBox, movedTo } from "../parts/agency-box.tsx";
import type { FieldWords } from "../parts/form-words.ts";
import { type OfferedAgency, useFoundAgencies } from "../parts/use-found-agencies.ts";

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
  const { t } = useTranslation("console");
  const [text, setText] = useState(chosen?.label ?? "");
  const [value, setValue] = useState(chosen?.value ?? "");
  const [open, setOpen] = useState(chosen === null);
  const [active, setActive] = useState(0);
  const [hasty, setHasty] = useState(0);
  const [sending, setSending] = useState(false);
  const sought = useFoundAgencies(open && text !== "" ? text : null);
  const found = text === "" ? suggested : sought;
  const shown = open && found !== null && found.length > 0;
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
    const moved = movedTo(event.key, active, found?.length ?? 0);
    if (moved !== null) {
      event.preventDefault();
      if (!open) return setOpen(true);
      setActive(moved);
    } else if (event.key === "Enter" && value === "" && (open || text !== "")) {
      event.preventDefault();
      if (shown) pick(found[active]);
      else if (text !== "") setHasty(hasty + 1);
    } else if (event.key === "Escape" && shown && text !== "") {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <AgencyBox
      words={{ ...words, hint: t("strip.agencyHint") }}
      text={text}
      value={value}
      list={found ?? []}
      shown={shown}
      missing={open && found?.length === 0 && text !== ""}
      active={active}
      sent={hidden}
      onPick={pick}
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
  );
}
