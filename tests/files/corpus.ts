import type { FileRefusal } from "../../app/domain/attachments.ts";
import { filmCases } from "./corpus-films.ts";
import { imageCases } from "./corpus-images.ts";
import { mismatchCases } from "./corpus-mismatches.ts";
import { nameCases } from "./corpus-names.ts";
import { officeCases } from "./corpus-office.ts";
import { pdfCases } from "./corpus-pdf.ts";
import { polyglotCases } from "./corpus-polyglots.ts";
import { zipCases } from "./corpus-zips.ts";

/** A hostile or odd file, and what must become of it. */
export interface CorpusCase {
  readonly title: string;
  /** As a sender's device would call it. */
  readonly name: string;
  readonly verdict: FileRefusal | "ready";
  readonly bytes: () => Buffer | Promise<Buffer>;
}

export type Row = readonly [
  title: string,
  name: string,
  verdict: CorpusCase["verdict"],
  bytes: Buffer | string | (() => Buffer | Promise<Buffer>),
];

/** Every hostile file, built from its table. */
export async function corpus(): Promise<CorpusCase[]> {
  const rows: Row[] = [
    ...(await nameCases()),
    ...mismatchCases(),
    ...(await imageCases()),
    ...(await polyglotCases()),
    ...pdfCases(),
    ...officeCases(),
    ...zipCases(),
    ...filmCases(),
  ];
  return rows.map(([title, name, verdict, bytes]) => ({
    title,
    name,
    verdict,
    bytes:
      typeof bytes === "function" ? bytes : () => (typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes),
  }));
}
