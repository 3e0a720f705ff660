import { readFileSync } from "node:fs";
import Pdf from "pdfkit";
import { projectFile } from "../../db/migrations.server.ts";
import type { Lang } from "../domain/case-kind.ts";

/** What every PDF of the portal has: tags, a language, Vietnamese letters embedded, page numbers. */
export interface PdfOptions {
  readonly lang: Lang;
  readonly title: string;
  /** Stands in the file as its date: the same content gives the same bytes. */
  readonly date: Date;
  /** The line at the foot of each page. */
  readonly foot: (page: number, pages: number) => string;
}

export interface PdfFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Draws a document from the top to the bottom of as many pages as it needs. */
export interface PdfPen {
  heading(level: 1 | 2, text: string): void;
  paragraph(text: string, options?: { small?: boolean; muted?: boolean; lang?: Lang; width?: number }): void;
  /** A name and its value beside it, kept on one page. */
  pair(label: string, value: string, options?: { size?: "large" | "small"; width?: number }): void;
  /** Dark and light squares in the upper right corner of what follows, with words for those who do not see them. */
  squares(modules: readonly (readonly boolean[])[], size: number, alt: string): void;
  space(points: number): void;
  /** A file inside the PDF, byte for byte as it is. */
  attach(file: PdfFile): void;
}

const MARGIN = 51;
const LABEL = 150;
const TEXT = "#1b1f23";
const MUTED = "#4a5560";
const LINE = "#b8c0c9";
const locale: Record<Lang, string> = { vi: "vi-VN", en: "en-GB" };

let fonts: { regular: Buffer; bold: Buffer } | undefined;

/** Makes a PDF of A4 pages; `draw` fills it. */
export async function makePdf(options: PdfOptions, draw: (pen: PdfPen) => void): Promise<Buffer> {
  const doc = new Pdf({
    size: "A4",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 20 },
    pdfVersion: "1.7",
    tagged: true,
    lang: locale[options.lang],
    displayTitle: true,
    bufferPages: true,
    info: { Title: options.title, Creator: "Cầu Nối", Producer: "Cầu Nối", CreationDate: options.date },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  fonts ??= { regular: fontFile("400"), bold: fontFile("700") };
  doc.registerFont("regular", fonts.regular);
  doc.registerFont("bold", fonts.bold);
  const root = doc.struct("Document");
  doc.addStructure(root);
  draw(penOf(doc, root, options));
  root.end();
  numberPages(doc, options);
  doc.end();
  return whole;
}

const fontFile = (weight: string): Buffer => readFileSync(projectFile("app/pdf/fonts", `be-vietnam-pro-${weight}.ttf`));

function penOf(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, { date }: PdfOptions): PdfPen {
  const width = () => doc.page.width - 2 * MARGIN;
  const room = (height: number) => {
    if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
  };
  return {
    heading(level, text) {
      const size = level === 1 ? 20 : 13;
      if (level === 2) doc.moveDown(0.9);
      doc.font("bold").fontSize(size).fillColor(TEXT);
      room(doc.heightOfString(text, { width: width() }) + 40);
      root.add(doc.struct(`H${level}`, {}, () => void doc.text(text, MARGIN, doc.y, { width: width(), lineGap: 2 })));
      doc.moveDown(level === 1 ? 0.3 : 0.2);
    },
    paragraph(text, { small = false, muted = false, lang, width: own } = {}) {
      doc
        .font("regular")
        .fontSize(small ? 8.5 : 10.5)
        .fillColor(muted ? MUTED : TEXT);
      const children = () => void doc.text(text, MARGIN, doc.y, { width: own ?? width(), lineGap: 2 });
      root.add(doc.struct("P", lang ? { lang: locale[lang] } : {}, children));
      doc.moveDown(0.4);
    },
    pair(label, value, { size, width: own = width() } = {}) {
      const large = size === "large";
      const [labelSize, valueSize] = [9.5, large ? 17 : size === "small" ? 8.5 : 10.5];
      const valueWidth = own - LABEL - 10;
      const labelHeight = doc.font("regular").fontSize(labelSize).heightOfString(label, { width: LABEL });
      const font = large ? "bold" : "regular";
      const valueHeight = doc.font(font).fontSize(valueSize).heightOfString(value, { width: valueWidth });
      const height = Math.max(labelHeight, valueHeight) + 9;
      room(height);
      const top = doc.y;
      doc.markContent("Artifact", { type: "Layout" });
      doc
        .moveTo(MARGIN, top)
        .lineTo(MARGIN + own, top)
        .lineWidth(0.5)
        .strokeColor(LINE)
        .stroke();
      doc.endMarkedContent();
      root.add(
        doc.struct("P", {}, () => {
          doc.font("regular").fontSize(labelSize).fillColor(MUTED);
          doc.text(`${label}: `, MARGIN, top + 5, { width: LABEL + 8 });
          doc.font(font).fontSize(valueSize).fillColor(TEXT);
          doc.text(value, MARGIN + LABEL + 10, top + (large ? 2 : 4.5), { width: valueWidth });
        }),
      );
      doc.x = MARGIN;
      doc.y = top + height;
    },
    squares(modules, size, alt) {
      const left = doc.page.width - MARGIN - size;
      const [top, step] = [doc.y, size / Math.max(modules.length, 1)];
      const drawing = () => {
        for (const [y, row] of modules.entries())
          for (const [x, dark] of row.entries()) if (dark) doc.rect(left + x * step, top + y * step, step, step);
        doc.fill("#000");
      };
      root.add(doc.struct("Figure", { alt }, drawing));
    },
    space: (points) => {
      doc.y += points;
    },
    attach({ name, type, bytes }) {
      // Left as it is, so that the receipt page's own check finds it without unpacking a foreign PDF.
      doc.compress = false;
      doc.file(bytes, { name, type, creationDate: date, modifiedDate: date });
      doc.compress = true;
    },
  };
}

function numberPages(doc: PDFKit.PDFDocument, { foot }: PdfOptions): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font("regular").fontSize(8.5).fillColor(MUTED);
    doc.text(foot(page + 1, count), MARGIN, doc.page.height - MARGIN + 4, { width: doc.page.width - 2 * MARGIN });
    doc.endMarkedContent();
  }
}
