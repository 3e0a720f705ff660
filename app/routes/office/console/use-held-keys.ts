import { type RefObject, useEffect, useRef } from "react";

interface HeldKeys {
  /** From now on plain keys in the form wait. */
  readonly hold: () => void;
  /** They go to the console, or nowhere when the act was refused and the form stays. */
  readonly release: (to: "console" | "nowhere") => void;
}

/**
 * Keys that somebody presses between Enter and the server's answer: they are
 * meant for the next case. After the digit that opens its strip, what follows
 * was meant for a field that was not there yet, and is left.
 */
export function useHeldKeys(form: RefObject<HTMLFormElement | null>): HeldKeys {
  const held = useRef<KeyboardEvent[] | null>(null);
  useEffect(() => {
    const element = form.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (held.current === null || event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
      if (event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      held.current.push(event);
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [form]);
  return {
    hold: () => {
      held.current = [];
    },
    release: (to) => {
      const keys = held.current ?? [];
      held.current = null;
      if (to === "nowhere") return;
      for (const { key, code, altKey } of keys) {
        window.dispatchEvent(new KeyboardEvent("keydown", { key, code, altKey, cancelable: true }));
        if (/^(?:Digit|Numpad)[1-5]$/.test(code)) return;
      }
    },
  };
}
