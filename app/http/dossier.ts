import { leadShare, type CoAuthorState } from "../domain/co-authors.ts";
import type { Kind, Lang } from "../domain/case-kind.ts";
import { localDate } from "../domain/calendar.ts";
import { fieldsOf, stepsOf, type TaskState, taskState } from "../domain/form-steps.ts";
import { controls, type StepName } from "../domain/forms.ts";
import { openingWords } from "../domain/text.ts";
import { type CoAuthor, listCoAuthors } from "../../db/co-authors.ts";
import type { StoredDraft } from "../../db/drafts.ts";
import { findCommune, listProvinces } from "../../db/places.ts";
import type { Db } from "../../db/store.server.ts";
import { type AnswerRow, answerRows } from "./answer-rows.ts";

/** Everything written so far, as it is read and printed: for the screen, for paper and for co-authors. */
export interface Dossier {
  readonly kind: Kind;
  readonly title: string;
  /** Counts the changes. */
  readonly version: number;
  readonly at: Date;
  readonly parts: readonly { step: StepName; state: TaskState; rows: readonly AnswerRow[] }[];
  readonly authors: readonly DossierAuthor[];
}

export interface DossierAuthor {
  /** Empty while the lead author has not written it. */
  readonly name: string;
  readonly share: number;
  readonly state: "lead" | CoAuthorState;
}

/** How to reach somebody, and what only the office needs: left out of a dossier that others read. */
const unprinted = ["email", "phone", "name", "hideIdentity", "againstAgency"];

/** The dossier of a draft in a language. */
export async function dossierOf(db: Db, draft: StoredDraft, lang: Lang, now: Date): Promise<Dossier> {
  const { kind, answers, version } = draft;
  const today = localDate(now);
  const commune = answers.communeCode ? await findCommune(db, answers.communeCode) : null;
  const province = answers.provinceCode
    ? (await listProvinces(db)).find(({ code }) => code === answers.provinceCode)
    : undefined;
  const inLang = (item: { nameVi: string; nameEn: string } | null | undefined) =>
    item ? (lang === "en" ? item.nameEn : item.nameVi) : undefined;
  const places = { communeCode: inLang(commune), provinceCode: inLang(province) };
  const known = Object.fromEntries(
    Object.entries(places).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const parts = await Promise.all(
    stepsOf(kind).map(async (step) => {
      const names = fieldsOf(kind, step).filter((name) => name !== "title" && !unprinted.includes(name));
      const rows = await answerRows(db, kind, names, answers, lang, known);
      return { step, state: taskState(kind, step, answers, today), rows: rows.filter(isPrinted) };
    }),
  );
  const coAuthors = await listCoAuthors(db, draft.id);
  return {
    kind,
    title: answers.title ?? (answers.content ? openingWords(answers.content) : ""),
    version,
    at: now,
    parts,
    authors: authorsOf(answers.reporterType === "anonymous" ? "" : (answers.name ?? ""), coAuthors),
  };
}

/** A box that was left unticked says nothing on paper. */
const isPrinted = ({ name, value }: AnswerRow): boolean => value !== "" && !(name in controls && value === "no");

function authorsOf(lead: string, coAuthors: readonly CoAuthor[]): DossierAuthor[] {
  return [
    { name: lead, share: leadShare(coAuthors), state: "lead" as const },
    ...coAuthors.map(({ name, ownName, share, state }) => ({ name: ownName ?? name, share, state })),
  ];
}
