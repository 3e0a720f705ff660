/** The links of the lines that can be opened: of the queue, or of the list beside a case. */
export function lineLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/office/cases/"]')].filter(
    (link) => link.closest("nav, .case-head, .notice") === null,
  );
}

/** The line that has the focus, if one has. */
export function placeOfFocus(): HTMLAnchorElement | null {
  const focused = document.activeElement;
  return lineLinks().find((link) => link === focused) ?? null;
}

const lineOf = (code: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.console__list [data-code="${CSS.escape(code)}"] a`);

/** Brings the line of a case into the part of the list that is in sight; the page stays where it is. */
export function showLine(code: string): void {
  const line = lineOf(code)?.closest("li");
  const list = line?.closest("nav");
  if (!line || !list) return;
  const [part, frame] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
  // Below the page's head the list reaches beyond the window.
  const [top, bottom] = [Math.max(frame.top, 0), Math.min(frame.bottom, window.innerHeight)];
  if (part.top < top) list.scrollBy(0, part.top - top);
  else if (part.bottom > bottom) list.scrollBy(0, part.bottom - bottom);
}

/** Puts the focus on the line of a case, where the list is shown; else on the case. */
export function focusLine(code: string): void {
  const line = lineOf(code);
  if (line && line.offsetParent !== null) {
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  } else focusCase();
}

/** Puts the focus on the title of the open case. */
export function focusCase(): void {
  const title = document.querySelector<HTMLElement>(".console__case h1, main h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}

/** What does an act on the open page: the button or the hidden field that names it; null where there is none. */
export function buttonOf(act: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main form [name="_act"][value="${CSS.escape(act)}"]`);
}

/** Opens the form of an act and puts the focus in it: on its first field, or on its button where it has none. */
export function focusAct(act: string): void {
  const form = buttonOf(act)?.closest("form");
  const folded = form?.closest("details");
  if (folded) folded.open = true;
  const field = form?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea, button");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}
