import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRevalidator } from "react-router";
import { Button } from "../../../components/button.tsx";
import type { CasePage } from "../../../http/case-page.ts";
import { type FormState, type FormWords, useFormWords } from "../parts/form-words.ts";
import { Leaving } from "../parts/leaving.tsx";
import { RefusedAct } from "../parts/refused-act.tsx";
import { type ConsoleState, draftOf, type OpenStrip } from "./console-state.ts";
import { sendAct } from "./send.ts";
import { StripField } from "./strip-field.tsx";
import { useHeldKeys } from "./use-held-keys.ts";
import { useLivePreview } from "./use-preview.ts";

/**
 * The one thing that a decision needs, and below it everything that it sends.
 * Enter does it. What is refused keeps what was typed, and says what changed.
 */
export function DecideStrip({ page, strip, state }: { page: CasePage; strip: OpenStrip; state: ConsoleState }) {
  const { t } = useTranslation(["console", "office"]);
  const { act, code } = strip;
  const { drafts } = state;
  const form = useRef<HTMLFormElement>(null);
  const draft = draftOf(code, act);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<
    (FormState & { refusal: Parameters<typeof RefusedAct>[0]["refusal"] | null }) | null
  >(() => {
    const values = drafts.get(draft);
    return values ? { form: act, errors: {}, values, version: page.version, refusal: null } : null;
  });
  const keys = useHeldKeys(form);
  const { revalidate } = useRevalidator();
  const { result, ask } = useLivePreview(form, code, true);
  const named = useFormWords(act, refused);
  // The same act has a form on the page: its fields keep the plain ids.
  const words: FormWords = {
    ...named,
    field: (name, stored) => {
      const field = named.field(name, stored);
      return { ...field, id: `strip-${field.id}` };
    },
  };

  // Enter does it, in a list of choices too; in a text Shift+Enter makes a line.
  useEffect(() => {
    const element = form.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key, shiftKey } = event;
      const oneLine = target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
      if (key !== "Enter" || shiftKey || !oneLine || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      element?.requestSubmit();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, []);

  // What was typed waits for whoever closes the strip, looks into another case first, or undoes the act.
  useLayoutEffect(() => {
    const element = form.current;
    return () => {
      if (element) drafts.set(draft, valuesOf(new FormData(element)));
    };
  }, [drafts, draft]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const fields = new FormData(event.currentTarget);
    const to = event.currentTarget.querySelector<HTMLInputElement>("[role=combobox]")?.value ?? "";
    setSending(true);
    keys.hold();
    const answer = await sendAct(code, fields);
    setSending(false);
    if (answer.ok) {
      state.done({ code, act, version: answer.version ?? 0, to });
      keys.release("console");
      return;
    }
    keys.release("nowhere");
    // What changed meanwhile is read first, so that both versions can be shown.
    if (answer.refusal === "stale" || answer.refusal === "wrong-state") await revalidate();
    setRefused({
      form: act,
      errors: answer.errors,
      values: valuesOf(fields),
      version: page.version,
      refusal: answer.refusal,
    });
    form.current?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  };

  return (
    <section className="strip box" aria-label={t(`decide.${act}`)}>
      {refused?.refusal && <RefusedAct page={page} state={refused} refusal={refused.refusal} />}
      <form ref={form} method="post" noValidate onSubmit={(event) => void submit(event)}>
        <input type="hidden" name="_act" value={act} />
        <input type="hidden" name="version" value={page.version} />
        <StripField act={act} page={page} words={words} agency={strip.agency} onChosen={ask} />
        <p className="cluster">
          <Button aria-disabled={sending || undefined}>{t(`office:button.${act}`)}</Button>
          <Button type="button" variant="quiet" onClick={state.closeStrip}>
            {t("strip.close")} <kbd>Esc</kbd>
          </Button>
        </p>
      </form>
      {result?.ok && <Leaving preview={result.preview} />}
    </section>
  );
}

/** What somebody filled in, without what the form itself says. */
function valuesOf(fields: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of fields)
    if (typeof value === "string" && !/^(_act|version)$/.test(name)) values[name] = value;
  return values;
}
