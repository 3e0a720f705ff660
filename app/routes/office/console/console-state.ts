import { createContext } from "react";
import type { CaseworkName } from "../../../domain/casework-names.ts";
import type { DecideAct } from "../../../domain/console-keys.ts";
import type { NamedChoice } from "../../../http/case-page.ts";
import type { ConsoleView } from "../../../http/console.ts";
import type { Lines } from "./lines.ts";

/** An act that has just been done here and can still be taken back. */
export interface JustDone {
  readonly code: string;
  readonly act: CaseworkName;
  readonly version: number;
  /** Where the case went, in words; empty where it went nowhere. */
  readonly to: string;
}

/** A strip that asks for the one thing that an act needs, with what is known of it already. */
export interface OpenStrip {
  readonly act: DecideAct;
  readonly code: string;
  readonly agency: NamedChoice | null;
}

/** What came of an undo, in words for the page. */
export interface Undone {
  readonly tone: "success" | "warning";
  readonly text: string;
}

/** What was typed into the strips: neither closing one nor undoing its act loses it. */
export type StripDrafts = Map<string, Readonly<Record<string, string>>>;

export function draftOf(code: string, act: string): string {
  return `${code} ${act}`;
}

/** What the parts of the console share. */
export interface ConsoleState {
  /** The list beside the case; null while the queue or a single case has the page. */
  readonly view: ConsoleView | null;
  readonly lines: Lines | null;
  /** The case that is open. */
  readonly code: string | null;
  readonly strip: OpenStrip | null;
  readonly drafts: StripDrafts;
  readonly justDone: JustDone | null;
  readonly undone: Undone | null;
  readonly message: string;
  readonly decide: (act: DecideAct, agency?: NamedChoice | null) => void;
  readonly closeStrip: () => void;
  readonly done: (done: JustDone) => void;
  readonly undo: () => void;
  readonly showArrived: () => void;
}

export const ConsoleContext = createContext<ConsoleState | null>(null);
