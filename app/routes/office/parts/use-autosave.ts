import { type RefObject, useEffect, useRef } from "react";
import { useFetcher } from "react-router";
import { timeOfDay } from "../../../components/date-words.ts";

const EVERY_MS = 3_000;

/** Keeps a half-written answer on the server while somebody types. Returns the time of the last save, or null. */
export function useAutosave(form: RefObject<HTMLFormElement | null>): string | null {
  const { submit, state, data } = useFetcher<{ saved: Date | null }>();
  const changed = useRef(false);
  const busy = state !== "idle";

  useEffect(() => {
    const element = form.current;
    const mark = () => {
      changed.current = true;
    };
    element?.addEventListener("input", mark);
    return () => element?.removeEventListener("input", mark);
  }, [form]);

  useEffect(() => {
    if (busy) return;
    const timer = setInterval(() => {
      if (!changed.current || !form.current) return;
      changed.current = false;
      const fields = new FormData(form.current);
      fields.set("_act", "draft");
      fields.set("_auto", "1");
      void submit(fields, { method: "post" });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [form, submit, busy]);

  return data?.saved ? timeOfDay(data.saved) : null;
}
