import { type KeyboardEvent, use, useId, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useNavigate, useRouteLoaderData } from "react-router";
import { caseworkNames } from "../../../domain/casework-names.ts";
import { readCaseCode } from "../../../domain/case-code.ts";
import { type ConsoleCommand, decideKeys, goKeys } from "../../../domain/console-keys.ts";
import type { Lang } from "../../../domain/case-kind.ts";
import { foldedMatch } from "../../../domain/folded-match.ts";
import type { Shortcuts } from "../../../domain/shortcuts.ts";
import { foldText } from "../../../domain/text.ts";
import type { CasePage } from "../../../http/case-page.ts";
import { ConsoleContext } from "./console-state.ts";
import { buttonOf, focusAct } from "./places.ts";
import { Overlay } from "./overlay.tsx";
import { useFoundAgencies } from "../parts/use-found-agencies.ts";

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly shortcut: string;
  readonly run: () => void;
}

const MOST_SHOWN = 12;

/** A view that was saved, and the address that it keeps. */
export interface KeptView {
  readonly name: string;
  readonly query: string;
}

/**
 * Everything that can be done from here, found by unaccented words; each with
 * its key, the way people learn them: the decisions, every other act that has a
 * form on the page, the lists and saved views, the pages.
 */
export function Palette({
  views,
  saved,
  lang,
  mode,
  onRun,
  onClose,
}: {
  views: readonly string[];
  saved: readonly KeptView[];
  lang: Lang;
  mode: Shortcuts;
  onRun: (command: ConsoleCommand) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(["console", "office"]);
  const navigate = useNavigate();
  const console = use(ConsoleContext);
  const loaded = useRouteLoaderData<{ page: CasePage }>("routes/office/case");
  const gate = useRouteLoaderData<{ nav: readonly { href: string; key: string }[] }>("routes/office/gate");
  const page = console?.code ? loaded?.page : undefined;
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const assigns = page?.acts.some((act) => act === "assign") === true;
  // "chuyen so xd": the words before the name say what to do with it.
  const verb = foldText(t("palette.assignTo", { agency: "" })).split(" ");
  const sought = foldText(typed)
    .split(" ")
    .filter((word) => !verb.includes(word))
    .join(" ");
  const agencies = useFoundAgencies(assigns && sought.length > 1 ? sought : null);
  const alt = mode === "alt" ? "Alt + " : "";
  const shortcut = (key: string) => (mode === "off" ? "" : alt + key);

  const to = (href: string) => () => void navigate(href);
  const decided: readonly string[] = decideKeys.map(({ act }) => act);
  const forms = caseworkNames.filter(
    (act) => page?.acts.includes(act) && !decided.includes(act) && buttonOf(act) !== null,
  );
  const code = readCaseCode(typed);
  const known: Entry[] = [
    ...decideKeys
      .filter(({ act }) => page?.acts.some((one) => one === act))
      .map(({ key, act }) => ({
        key: act,
        label: t(`decide.${act}`),
        shortcut: shortcut(key),
        run: () => onRun({ do: "decide", act }),
      })),
    ...(console?.justDone
      ? [{ key: "undo", label: t("undo.button"), shortcut: shortcut("Z"), run: () => onRun({ do: "undo" }) }]
      : []),
    ...forms.map((act) => ({
      key: `act ${act}`,
      label: t(i18n.exists(`office:act.${act}`) ? `office:act.${act}` : `office:button.${act}`),
      shortcut: "",
      run: () => focusAct(act),
    })),
    ...views.map((view) => ({
      key: `view ${view}`,
      label: t("palette.view", { view: t(`office:view.${view}`) }),
      shortcut: "",
      run: to(`/office?view=${view}`),
    })),
    ...saved.map(({ name, query }) => ({
      key: `saved ${name} ${query}`,
      label: t("palette.view", { view: name, interpolation: { escapeValue: false } }),
      shortcut: "",
      run: to(`/office?${query}`),
    })),
    ...goKeys.map(({ key, to: place, href }) => ({
      key: place,
      label: t(`sheet.${place}`),
      shortcut: shortcut(`G ${key.toUpperCase()}`),
      run: to(href.replace("/vi", `/${lang}`)),
    })),
    // The first of them is the queue, which has a key of its own.
    ...(gate?.nav ?? [])
      .filter(({ href }) => href !== "/office")
      .map(({ href, key }) => ({ key: href, label: t(`office:nav.${key}`), shortcut: "", run: to(href) })),
    { key: "sheet", label: t("sheet.sheet"), shortcut: shortcut("?"), run: () => onRun({ do: "sheet" }) },
  ];
  const entries: Entry[] = [
    ...(code
      ? [{ key: code, label: t("palette.case", { code }), shortcut: "", run: to(`/office/cases/${code}`) }]
      : []),
    ...known.filter(({ label }) => foldText(typed) === "" || foldedMatch(label, typed)),
    ...(agencies ?? []).map((agency) => ({
      key: `agency ${agency.value}`,
      label: t("palette.assignTo", { agency: agency.label }),
      shortcut: shortcut("1"),
      run: () => console?.decide("assign", agency),
    })),
  ].slice(0, MOST_SHOWN);
  const marked = Math.min(active, entries.length - 1);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    // While the dialog is open nothing behind it takes the focus.
    flushSync(onClose);
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown") setActive(Math.min(marked + 1, entries.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(marked - 1, 0));
    else if (event.key === "Enter") choose(entries[marked]);
    else return;
    event.preventDefault();
  };

  return (
    <Overlay title={t("palette.title")} onClose={onClose}>
      <label className="field__label" htmlFor={`${listId}-box`}>
        {t("palette.label")}
      </label>
      <input
        id={`${listId}-box`}
        className="control"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={entries[marked] ? `${listId}-${marked}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t("palette.title")} className="palette">
        {entries.map((entry, index) => (
          <div
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            onClick={() => choose(entry)}
            onKeyDown={onKeyDown}
          >
            <span>{entry.label}</span>
            {entry.shortcut && <kbd>{entry.shortcut}</kbd>}
          </div>
        ))}
      </div>
      <p role="status" className={entries.length > 0 ? "visually-hidden" : "muted"}>
        {t("palette.found", { count: entries.length })}
      </p>
    </Overlay>
  );
}
