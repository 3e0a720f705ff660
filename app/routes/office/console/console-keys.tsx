import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate, useRevalidator } from "react-router";
import { type ConsoleCommand, type DecideAct, readKey } from "../../../domain/console-keys.ts";
import type { Shortcuts } from "../../../domain/shortcuts.ts";
import { UNDO_OFFERED_MS } from "../../../domain/undo.ts";
import type { Lang } from "../../../domain/case-kind.ts";
import type { NamedChoice } from "../../../http/case-page.ts";
import type { ConsoleView } from "../../../http/console.ts";
import { forgetPage } from "./case-pages.ts";
import {
  ConsoleContext,
  type ConsoleState,
  draftOf,
  type JustDone,
  type OpenStrip,
  type StripDrafts,
  type Undone,
} from "./console-state.ts";
import { addressIn, ahead, beside, soon, withArrived, withFate } from "./lines.ts";
import { type KeptView, Palette } from "./palette.tsx";
import { focusCase, focusLine, lineLinks, placeOfFocus } from "./places.ts";
import { sendAct } from "./send.ts";
import { ShortcutSheet } from "./shortcut-sheet.tsx";
import { useAhead } from "./use-ahead.ts";
import { useLines } from "./use-lines.ts";

const GO_MS = 1500;

/** The keys of the console, and what its parts share. Without scripts there is only what it frames. */
export function ConsoleKeys({
  views,
  saved,
  shortcuts,
  lang,
  list,
  code,
  children,
}: {
  views: readonly string[];
  saved: readonly KeptView[];
  shortcuts: Shortcuts;
  lang: Lang;
  list: ConsoleView | null;
  code: string | null;
  children: ReactNode;
}) {
  const { t } = useTranslation(["console", "office"]);
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const location = useLocation();
  const [lines, changeLines] = useLines(list);
  const [strip, setStrip] = useState<OpenStrip | null>(null);
  const [justDone, setJustDone] = useState<JustDone | null>(null);
  const [undone, setUndone] = useState<Undone | null>(null);
  const [drafts] = useState<StripDrafts>(() => new Map());
  const [message, setMessage] = useState("");
  const [overlay, setOverlay] = useState<"sheet" | "palette" | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const goingUntil = useRef(0);
  // The case that keys are meant for while it is on its way.
  const coming = useRef<{ readonly from: string | null; readonly to: string } | null>(null);

  const hrefOf = (of: string) => addressIn(list, of);
  useAhead(lines && code ? soon(lines, code).map(hrefOf) : []);

  // Whoever pressed a digit in the queue gets its strip on the page of the case.
  const wished = (location.state as { decide?: DecideAct } | null)?.decide;
  const [served, setServed] = useState("");
  if (wished && code && served !== location.key) {
    setServed(location.key);
    setStrip({ act: wished, code, agency: null });
  }
  // A strip belongs to its case: one asked for ahead waits for it, one of the case before is closed.
  const [drawn, setDrawn] = useState(code);
  if (drawn !== code) {
    setDrawn(code);
    if (strip && strip.code !== code) setStrip(null);
  }
  useLayoutEffect(() => {
    if (coming.current?.from !== code) coming.current = null;
  }, [code]);

  useEffect(() => {
    if (!justDone) return;
    const timer = setTimeout(() => {
      drafts.delete(draftOf(justDone.code, justDone.act));
      setJustDone(null);
    }, UNDO_OFFERED_MS);
    return () => clearTimeout(timer);
  }, [justDone, drafts]);

  const open = (next: string, move: "line" | "case") => {
    coming.current = next === code ? null : { from: code, to: next };
    void navigate(hrefOf(next), { replace: code !== null, preventScrollReset: false });
    requestAnimationFrame(() => (move === "line" ? focusLine(next) : focusCase()));
  };
  const decide = (act: DecideAct, agency: NamedChoice | null = null) => {
    if (code === null) {
      const line = placeOfFocus() ?? lineLinks()[0];
      if (line) void navigate(line.getAttribute("href") ?? "/office", { state: { decide: act } });
      return;
    }
    setUndone(null);
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setStrip({ act, code: coming.current?.to ?? code, agency });
  };
  const closeStrip = () => {
    setStrip(null);
    const back = before.current;
    if (back?.isConnected) back.focus();
    else if (code) focusLine(code);
  };
  const done = (what: JustDone) => {
    forgetPage(what.code);
    setStrip(null);
    if (justDone) drafts.delete(draftOf(justDone.code, justDone.act));
    setJustDone(what);
    setUndone(null);
    setMessage(t(`office:done.${what.act}`));
    const [next] = lines ? ahead(lines, what.code, 1) : [];
    changeLines((now) => withFate(now, what.code, what.act));
    if (next) open(next, "line");
    else if (list) void navigate(`/office?${list.search}`);
    else void revalidate();
  };
  const tell = (tone: Undone["tone"], text: string) => {
    setUndone({ tone, text });
    setMessage(text);
  };
  const undo = async () => {
    if (!justDone) return;
    const form = new FormData();
    form.set("_act", "undo");
    form.set("version", String(justDone.version));
    const answer = await sendAct(justDone.code, form);
    setJustDone(null);
    if (!answer.ok) {
      tell("warning", t(`office:refusal.${answer.refusal ?? "too-late"}.title`));
      return;
    }
    forgetPage(justDone.code);
    tell("success", t("undo.undone", { code: justDone.code }));
    changeLines((now) => withFate(now, justDone.code, null));
    // Also while the next case is still on its way.
    open(justDone.code, "line");
  };
  const step = (by: 1 | -1) => {
    if (lines) {
      const from = coming.current?.to ?? code;
      const next = beside(lines, from, by);
      if (next && next !== from) open(next, "line");
      return;
    }
    const links = lineLinks();
    const at = links.findIndex((link) => link === placeOfFocus());
    links[at < 0 ? 0 : at + by]?.focus();
  };
  const openFocused = () => {
    if (code !== null) return focusCase();
    const line = placeOfFocus() ?? lineLinks()[0];
    if (line) void navigate(line.getAttribute("href") ?? "/office");
  };

  const run = (command: ConsoleCommand) => {
    if (command.do === "next") step(1);
    else if (command.do === "previous") step(-1);
    else if (command.do === "open") openFocused();
    else if (command.do === "decide") decide(command.act);
    else if (command.do === "undo") void undo();
    else if (command.do === "sheet" || command.do === "palette") setOverlay(command.do);
    else if (command.do === "go") void navigate(command.href);
    else if (command.do === "wait-for-place") goingUntil.current = Date.now() + GO_MS;
    else if (command.do === "close" && strip) closeStrip();
    else if (command.do === "search") document.querySelector<HTMLElement>("main input[type=search]")?.focus();
  };

  const showArrived = useCallback(() => changeLines(withArrived), [changeLines]);

  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  // Before the page is painted: whoever sees a case has its keys.
  useLayoutEffect(() => {
    onKey.current = (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const command = readKey(
        {
          key: event.key,
          code: event.code,
          alt: event.altKey,
          ctrl: event.ctrlKey || event.metaKey,
          composing: event.isComposing || event.keyCode === 229,
          typing: target?.closest("input, textarea, select, dialog, [contenteditable]") != null,
          inList: target?.closest(".console__list") != null,
          going: Date.now() < goingUntil.current,
        },
        shortcuts,
      );
      if (event.key !== "g") goingUntil.current = 0;
      if (!command || event.defaultPrevented) return;
      if (command.do !== "close") event.preventDefault();
      run(command);
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey.current(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  const state: ConsoleState = {
    view: list,
    lines,
    code,
    strip,
    drafts,
    justDone,
    undone,
    message,
    decide,
    closeStrip,
    done,
    undo: () => void undo(),
    showArrived,
  };
  return (
    <ConsoleContext value={state}>
      {children}
      {overlay === "sheet" && <ShortcutSheet mode={shortcuts} onClose={() => setOverlay(null)} />}
      {overlay === "palette" && (
        <Palette
          views={views}
          saved={saved}
          lang={lang}
          mode={shortcuts}
          onRun={run}
          onClose={() => setOverlay(null)}
        />
      )}
    </ConsoleContext>
  );
}
