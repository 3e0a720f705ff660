import type { Shortcuts } from "./shortcuts.ts";

/**
 * The keys of the console. Digits decide: neither Telex nor VNI rewrites them
 * where no vowel comes before, and no sequence here is one that they rewrite.
 */
export const decideKeys = [
  { key: "1", act: "assign" },
  { key: "2", act: "merge" },
  { key: "3", act: "decline" },
  { key: "4", act: "ask" },
  { key: "5", act: "snooze" },
] as const;
export type DecideAct = (typeof decideKeys)[number]["act"];

/** Where `g` and then a letter lead. */
export const goKeys = [
  { key: "q", to: "queue", href: "/office" },
  { key: "h", to: "home", href: "/vi" },
  { key: "b", to: "board", href: "/vi/cases" },
] as const;

export type ConsoleCommand =
  | { readonly do: "decide"; readonly act: DecideAct }
  | { readonly do: "go"; readonly href: string }
  | {
      readonly do: "next" | "previous" | "open" | "search" | "sheet" | "palette" | "undo" | "close" | "wait-for-place";
    };

/** A key as the browser reports it, and where the focus is. */
export interface KeyPress {
  readonly key: string;
  /** The place on the keyboard: with Alt, `key` can be another sign. */
  readonly code: string;
  readonly alt: boolean;
  /** Ctrl or the command key. */
  readonly ctrl: boolean;
  /** A word is being composed, or the press belongs to a typing tool (key code 229). */
  readonly composing: boolean;
  /** The focus is in a field or in an open dialog. */
  readonly typing: boolean;
  /** The focus is on a line of the list. */
  readonly inList: boolean;
  /** `g` was pressed just before. */
  readonly going: boolean;
}

const letters = {
  j: { do: "next" },
  k: { do: "previous" },
  o: { do: "open" },
  "/": { do: "search" },
  "?": { do: "sheet" },
  z: { do: "undo" },
  g: { do: "wait-for-place" },
} as const satisfies Record<string, ConsoleCommand>;

/** What a key asks of the console; null leaves it to the browser. */
export function readKey(press: KeyPress, mode: Shortcuts): ConsoleCommand | null {
  if (press.composing) return null;
  if (press.ctrl) return !press.alt && press.key.toLowerCase() === "k" ? { do: "palette" } : null;
  if (press.key === "Escape") return { do: "close" };
  if (press.typing) return null;
  if (press.inList && !press.alt) {
    if (press.key === "ArrowDown") return { do: "next" };
    if (press.key === "ArrowUp") return { do: "previous" };
  }
  if (mode === "off" || press.alt !== (mode === "alt")) return null;
  const key = press.alt ? plainKey(press) : press.key;
  if (press.going) {
    const place = goKeys.find((one) => one.key === key);
    return place ? { do: "go", href: place.href } : null;
  }
  const decision = decideKeys.find((one) => one.key === key);
  if (decision) return { do: "decide", act: decision.act };
  return Object.hasOwn(letters, key) ? letters[key as keyof typeof letters] : null;
}

function plainKey({ key, code }: KeyPress): string {
  const sign = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return sign ? sign.toLowerCase() : key;
}
