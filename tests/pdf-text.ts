import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";

/** What a reader finds in a PDF without drawing it. */
export interface PdfFacts {
  readonly lang: string;
  readonly tagged: boolean;
  /** The roles in the tree of tags, in the order of reading. */
  readonly roles: readonly string[];
  /** Every font carries its letters and their meaning. */
  readonly fontsEmbedded: boolean;
  /** The text of all pages, a line for each that was drawn. */
  readonly text: string;
}

/** Reads a PDF that pdfkit wrote. */
export async function readPdf(bytes: Buffer): Promise<PdfFacts> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = doc;
  const lang = catalog.lookup(PDFName.of("Lang"));
  const marks = catalog.lookupMaybe(PDFName.of("MarkInfo"), PDFDict);
  const pages = doc.getPages().map(readPage);
  const tree = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  return {
    lang: lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : "",
    tagged: String(marks?.get(PDFName.of("Marked"))) === "true",
    roles: tree ? rolesOf(tree) : [],
    fontsEmbedded: pages.every(({ embedded }) => embedded),
    text: pages.map(({ text }) => text).join("\n"),
  };
}

function rolesOf(node: PDFDict): string[] {
  const own = node.lookupMaybe(PDFName.of("S"), PDFName)?.decodeText();
  const children = node.lookup(PDFName.of("K"));
  const inner =
    children instanceof PDFArray
      ? children.asArray().flatMap((_child, index) => {
          const child = children.lookup(index);
          return child instanceof PDFDict ? rolesOf(child) : [];
        })
      : children instanceof PDFDict
        ? rolesOf(children)
        : [];
  return own ? [own, ...inner] : inner;
}

function readPage(page: PDFPage): { text: string; embedded: boolean } {
  const fonts = page.node.Resources()?.lookup(PDFName.of("Font"), PDFDict);
  const maps = new Map<string, Map<string, string>>();
  let embedded = true;
  for (const [name] of fonts?.entries() ?? []) {
    const font = fonts?.lookup(name, PDFDict);
    const meaning = font?.lookup(PDFName.of("ToUnicode"));
    const inner = font?.lookupMaybe(PDFName.of("DescendantFonts"), PDFArray)?.lookup(0, PDFDict);
    const file = inner?.lookup(PDFName.of("FontDescriptor"), PDFDict).has(PDFName.of("FontFile2"));
    embedded &&= meaning instanceof PDFRawStream && file === true;
    if (meaning instanceof PDFRawStream) maps.set(name.decodeText(), readMeanings(decodeStream(meaning)));
  }
  const content = page.node.Contents();
  return { embedded, text: content instanceof PDFRawStream ? readContent(decodeStream(content), maps) : "" };
}

function readContent(source: string, maps: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const lines: string[] = [];
  let letters: ReadonlyMap<string, string> = new Map();
  for (const line of source.split("\n")) {
    const font = /^\/(\S+) [\d.]+ Tf/.exec(line)?.[1];
    if (font) letters = maps.get(font) ?? new Map();
    const drawn = /^\[(.*)\] TJ$/.exec(line)?.[1];
    if (drawn === undefined) continue;
    const glyphs = [...drawn.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
    lines.push(glyphs.map((glyph) => letters.get(glyph.toLowerCase()) ?? "\ufffd").join(""));
  }
  return lines.join("\n");
}

/** What each glyph means: `<0000> <00ff> [<0041> …]` of the character map. */
function readMeanings(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = "", list = ""] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first, 16);
    for (const [index, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const units = (hex.replaceAll(" ", "").match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      letters.set((start + index).toString(16).padStart(4, "0"), String.fromCharCode(...units));
    }
  }
  return letters;
}

function decodeStream(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
}
