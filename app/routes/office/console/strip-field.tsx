import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { dateWords } from "../../../components/date-words.ts";
import { FieldFrame, wiring } from "../../../components/field-frame.tsx";
import { SelectField, TextArea } from "../../../components/field.tsx";
import type { DecideAct } from "../../../domain/console-keys.ts";
import { snoozeReasons } from "../../../domain/snooze.ts";
import type { CasePage, NamedChoice } from "../../../http/case-page.ts";
import type { FormWords } from "../parts/form-words.ts";
import { AgencyPicker } from "./agency-picker.tsx";

/** The field of one decision. The focus begins in it. */
export function StripField({
  act,
  page,
  words,
  agency,
  onChosen,
}: {
  act: DecideAct;
  page: CasePage;
  words: FormWords;
  agency: NamedChoice | null;
  /** Something was chosen without typing. */
  onChosen: () => void;
}) {
  const { t } = useTranslation("console");
  const suggested = (page.suggestions?.agencyId ?? []).map(({ value, label, cases }) => ({
    value,
    label,
    reason: t("strip.like", { count: cases }),
  }));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  }, []);
  return (
    <div ref={box}>
      {act === "assign" && (
        <AgencyPicker words={words.field("agencyId")} chosen={agency} onChosen={onChosen} suggested={suggested} />
      )}
      {act === "merge" && <LeadCode page={page} words={words} onChosen={onChosen} />}
      {act === "decline" && <DeclineChoice page={page} words={words} onChosen={onChosen} />}
      {act === "ask" && <TextArea {...words.field("question")} hint={t("strip.enter")} rows={3} lang={page.lang} />}
      {act === "snooze" && <SnoozeDay page={page} words={words} />}
    </div>
  );
}

/** The code of the leading case: a near case by its digit as long as nothing is typed, or any other code. */
function LeadCode({ page, words, onChosen }: { page: CasePage; words: FormWords; onChosen: () => void }) {
  const { t } = useTranslation("console");
  const { defaultValue, ...lead } = words.field("leadCode");
  const [code, setCode] = useState(defaultValue ?? "");
  const near = page.suggestions?.duplicates ?? [];
  const choose = (chosen: string) => {
    setCode(chosen);
    onChosen();
  };
  return (
    <>
      <FieldFrame text={lead}>
        <input
          {...wiring(lead)}
          className="control control--short"
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          onKeyDown={(event) => {
            const chosen = near[Number(event.key) - 1];
            if (!chosen || code !== "" || event.altKey || event.ctrlKey) return;
            event.preventDefault();
            choose(chosen.code);
          }}
        />
      </FieldFrame>
      {near.length > 0 && (
        <>
          <p id="strip-near" className="small muted">
            {t("strip.near")}
          </p>
          <ol className="near" aria-labelledby="strip-near">
            {near.map((one) => (
              <li key={one.code}>
                {one.title}{" "}
                <Button type="button" variant="quiet" onClick={() => choose(one.code)}>
                  {one.code}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

/** A reason by its digit or its first letters; the standard words for it can be changed before they go. */
function DeclineChoice({ page, words, onChosen }: { page: CasePage; words: FormWords; onChosen: () => void }) {
  const { t } = useTranslation(["console", "domain"]);
  const reasons = Object.keys(page.declineTexts);
  const { defaultValue, ...reason } = words.field("reasonCode");
  const [code, setCode] = useState(defaultValue ?? reasons[0] ?? "");
  const typed = words.field("reason");
  const [text, setText] = useState(typed.defaultValue ?? page.declineTexts[code] ?? "");
  const choose = (next: string) => {
    const standard = Object.values(page.declineTexts).includes(text) || text.trim() === "";
    setCode(next);
    if (standard) setText(page.declineTexts[next] ?? "");
    onChosen();
  };
  return (
    <>
      <FieldFrame text={reason}>
        <select
          {...wiring(reason)}
          className="control"
          value={code}
          onChange={(event) => choose(event.target.value)}
          onKeyDown={(event) => {
            const chosen = reasons[Number(event.key) - 1];
            if (chosen && !event.altKey && !event.ctrlKey) {
              event.preventDefault();
              choose(chosen);
            }
          }}
        >
          {reasons.map((value, index) => (
            <option key={value} value={value}>
              {`${index + 1}. ${t(`domain:decline.${value}`)}`}
            </option>
          ))}
        </select>
      </FieldFrame>
      <FieldFrame
        text={{ name: typed.name, id: typed.id, label: typed.label, hint: t("strip.enter"), error: typed.error }}
      >
        <textarea
          {...wiring({
            name: typed.name,
            id: typed.id,
            label: typed.label,
            hint: t("strip.enter"),
            error: typed.error,
          })}
          className="control"
          rows={4}
          lang={page.lang}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </FieldFrame>
    </>
  );
}

/** A working day from the next one on, and why; neither has to be touched. */
function SnoozeDay({ page, words }: { page: CasePage; words: FormWords }) {
  const { t } = useTranslation("attention");
  const { t: furniture } = useTranslation("furniture");
  return (
    <>
      <SelectField
        {...words.field("until", page.attention.days[0]?.day)}
        options={page.attention.days.map(({ day, workingDays }) => ({
          value: day,
          label: t("day", { day: dateWords(day, "long", furniture), count: workingDays }),
        }))}
        width="full"
      />
      <SelectField
        {...words.field("reasonCode", "later")}
        options={snoozeReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        width="full"
      />
    </>
  );
}
