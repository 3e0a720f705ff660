import { dateWords } from "../components/date-words.ts";
import { percentWords } from "../components/percent-words.ts";
import type { Lang } from "../domain/case-kind.ts";
import type { Dossier } from "../http/dossier.ts";
import { getI18n } from "../i18n.ts";
import { makePdf } from "./pdf-document.ts";

/** A dossier that is being written, as a tagged PDF: a draft with its number, for reading and for signing around a table. */
export async function dossierPdf(dossier: Dossier, lang: Lang): Promise<Buffer> {
  const t = getI18n(lang).getFixedT(lang, "initiative");
  const steps = getI18n(lang).getFixedT(lang, "public");
  const words = getI18n(lang).getFixedT(lang, "furniture");
  const { kind, version, at, parts, authors } = dossier;
  const mark = `${t("dossier.mark", { version })} ${dateWords(at, "time", words)}`;
  const title = dossier.title || t("dossier.untitled");
  const foot = (page: number, pages: number) =>
    `${words("portal.name")} · ${t("dossier.mark", { version })} · ${t("dossier.page", { page, pages })}`;
  return makePdf({ lang, title: `${t("dossier.title")}: ${title}`, date: at, foot }, (pen) => {
    pen.paragraph(mark, { muted: true });
    pen.heading(1, title);
    for (const [index, { step, rows, state }] of parts.entries()) {
      pen.heading(2, `${index + 1}. ${steps([`submit.step.${step}.${kind}`])}`);
      if (step === "who") {
        for (const { name, share, state: answer } of authors) {
          const part = percentWords(answer === "declined" ? 0 : share, lang);
          pen.pair(name || t("authors.unnamed"), `${part}, ${t(`authors.state.${answer}`)}`);
        }
      } else if (rows.length === 0) pen.paragraph(t("dossier.nothing"), { muted: true });
      for (const { label, value, written } of rows) {
        if (!written) pen.pair(label, value);
        else {
          pen.paragraph(`${label}:`, { muted: true });
          pen.paragraph(value);
        }
      }
      if (state === "writing") pen.paragraph(t("dossier.unfinished"), { muted: true, small: true });
    }
  });
}
