import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { RefusalCode } from "../../../domain/refusal.ts";
import { type FormState, useFormWords } from "./form-words.ts";
import { PageTitle } from "./page-title.tsx";

interface PageOutcomeProps {
  readonly title: string;
  /** What the last form was answered with, and which form's fields have errors to tell. */
  readonly state: (FormState & { readonly refusal: RefusalCode | "unavailable" | null }) | null;
  readonly form: string;
  /** What was done, in words; nothing when nothing was. */
  readonly done: string | null;
}

/** What stands above a page with forms: its title, and how the form that was sent last fared. */
export function PageOutcome({ title, state, form, done }: PageOutcomeProps) {
  const { t } = useTranslation("office");
  const { errors } = useFormWords(form, state);
  return (
    <>
      <PageTitle invalid={state !== null}>{title}</PageTitle>
      <ErrorSummary errors={errors} />
      {state?.refusal && (
        <Notice tone="warning" title={t(`refusal.${state.refusal}.title`)} live>
          {t(`refusal.${state.refusal}.text`)}
        </Notice>
      )}
      {done && !state && (
        <Notice tone="success" live first>
          {done}
        </Notice>
      )}
    </>
  );
}
