import { type RefObject, useEffect, useRef } from "react";
import { useFetcher } from "react-router";
import { timeOfDay } from "../../../components/date-words.ts";
import type { CitationWords } from "../../../http/answering-page.ts";

const EVERY_MS = 3_000;

export interface Autosaved {
  /** The time of the last save, in words; null before the first. */
  readonly saved: string | null;
  /** The version of the draft that the last save made; null before the first. */
  readonly draftVersion: number | null;
  /** Somebody else has saved the draft meanwhile: nothing is kept by itself any more. */
  readonly taken: boolean;
  /** What the text cites as of the last save. */
  readonly citations: readonly CitationWords[] | null;
}

interface Reply {
  readonly saved: Date | null;
  readonly refusal: string | null;
  readonly kept?: { readonly draftVersion: number; readonly citations: readonly CitationWords[] } | null;
}

/**
 * Keeps a half-written answer on the server while somebody types. A button that
 * is pressed while a save is under way waits for the version that it makes: sent
 * with the former one, the own save would look like a colleague's.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>): Autosaved {
  const { submit, state, data } = useFetcher<Reply>();
  const changed = useRef(false);
  const sending = useRef(false);
  const pressed = useRef<{ readonly button: HTMLElement | null } | null>(null);
  const busy = state !== "idle";
  const taken = data?.refusal === "newer-draft";

  useEffect(() => {
    const element = form.current;
    const mark = () => {
      changed.current = true;
    };
    const hold = (event: SubmitEvent) => {
      changed.current = false;
      if (!sending.current) return;
      event.preventDefault();
      pressed.current = { button: event.submitter };
    };
    element?.addEventListener("input", mark);
    element?.addEventListener("submit", hold);
    return () => {
      element?.removeEventListener("input", mark);
      element?.removeEventListener("submit", hold);
    };
  }, [form]);

  useEffect(() => {
    if (busy) return;
    sending.current = false;
    const held = pressed.current;
    pressed.current = null;
    if (held) form.current?.requestSubmit(held.button);
  }, [form, busy]);

  useEffect(() => {
    if (busy || taken) return;
    const timer = setInterval(() => {
      if (!changed.current || !form.current) return;
      changed.current = false;
      sending.current = true;
      const fields = new FormData(form.current);
      // Files travel when somebody presses the button that attaches them.
      fields.delete("attachments");
      fields.set("_act", "draft");
      fields.set("_auto", "1");
      void submit(fields, { method: "post" });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [form, submit, busy, taken]);

  return {
    saved: data?.saved ? timeOfDay(data.saved) : null,
    draftVersion: data?.kept?.draftVersion ?? null,
    taken,
    citations: data?.kept?.citations ?? null,
  };
}
