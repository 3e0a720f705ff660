import { CANARY } from "./canary.ts";
import { box } from "./build-mp4.ts";
import { tellingPhoto, type Telling, XMP } from "./canary-pictures.ts";
import { drawn, pngChunk, withChunks } from "./build-image.ts";
import { buildDocx, buildXlsx, type OfficeParts, type Relation, XML } from "./build-office.ts";
import { buildPdf, objectStream, type PdfGiven, pdfStream } from "./build-pdf.ts";
import type { ZipEntry } from "./build-zip.ts";

const pdf = (title: string, given: () => PdfGiven | Promise<PdfGiven>): Telling => [
  title,
  "a.pdf",
  async () => buildPdf(await given()),
];
const docx = (title: string, given: OfficeParts): Telling => [title, "a.docx", () => buildDocx(given)];
const xlsx = (title: string, given: OfficeParts): Telling => [title, "a.xlsx", () => buildXlsx(given)];
const part = (name: string, inside: string): ZipEntry => ({
  name,
  bytes: `${XML}<a:x xmlns:a="a" xmlns:w="w" xmlns:r="r">${inside}</a:x>`,
});
const pkg = (...names: string[]): Relation[] => names.map((target) => ({ type: `http://x/${target}`, target }));
const outside = (type: string, target: string): OfficeParts => ({ relations: [{ type, target, external: true }] });
const utf16 = `<feff${Buffer.from(CANARY, "utf16le").swap16().toString("hex")}>`;

const INFO = `<< /Title (${CANARY}) /Author (${CANARY}) /Creator (${CANARY}) /CreationDate (D:20260101) /Company ${utf16} >>`;

export const tellingPdfs: readonly Telling[] = [
  pdf("information of a PDF", () => ({ objects: [INFO], trailer: "/Info 5 0 R" })),
  pdf("information of a PDF, packed", () => ({ objects: [objectStream([[9, INFO]])], trailer: "/Info 9 0 R" })),
  pdf("the identifier of a PDF", () => ({ trailer: `/ID [(${CANARY}) (${CANARY})]` })),
  pdf("XMP of a PDF", () => ({
    catalog: "/Metadata 5 0 R",
    objects: [pdfStream(XMP, "/Type /Metadata /Subtype /XML", "")],
  })),
  pdf("packed XMP of a page", () => ({
    page: "/Metadata 5 0 R",
    objects: [pdfStream(XMP, "/Type /Metadata /Subtype /XML")],
  })),
  pdf("a program's own data", () => ({
    page: `/LastModified (D:2026) /PieceInfo << /Illustrator << /Private (${CANARY}) >> >>`,
  })),
  pdf("the author of a remark", () => ({
    page: "/Annots [5 0 R]",
    objects: [
      `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (xem) /T (${CANARY}) /NM (${CANARY}) /M (D:2026) >>`,
    ],
  })),
  pdf("the author of a mark in UTF-16", () => ({
    page: "/Annots [5 0 R]",
    objects: [`<< /Type /Annot /Subtype /Highlight /Rect [0 0 9 9] /T ${utf16} /RC (${CANARY}) >>`],
  })),
  pdf("who signed", () => ({
    catalog: "/AcroForm << /Fields [5 0 R] >>",
    page: "/Annots [5 0 R]",
    objects: [
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /V 6 0 R >>",
      `<< /Type /Sig /Filter /Adobe.PPKLite /Name (${CANARY}) /Location (${CANARY}) /Contents <${Buffer.from(CANARY).toString("hex")}> >>`,
    ],
  })),
  pdf("an object that nothing uses", () => ({ objects: [`<< /Secret (${CANARY}) >>`, pdfStream(CANARY)] })),
  pdf("a photo in a PDF", async () => ({
    page: "/Resources << /XObject << /I 5 0 R >> >>",
    objects: [pdfStream(await tellingPhoto(), "/Type /XObject /Subtype /Image /Width 64 /Height 48", "/DCTDecode")],
  })),
  pdf("a photo in a PDF, in a list of one", async () => ({
    page: "/X 5 0 R",
    objects: [pdfStream(await tellingPhoto(), "/Type /XObject /Subtype /Image /Width 64 /Height 48", "[ /DCTDecode ]")],
  })),
  pdf("XMP of a JPEG 2000 in a PDF", () => ({
    page: "/X 5 0 R",
    objects: [
      pdfStream(
        Buffer.concat([box("jP  ", "\r\n\u0087\n"), box("xml ", XMP), box("uuid", XMP), box("jp2c", "\u00ff\u004f")]),
        "/Type /XObject /Subtype /Image /Width 1 /Height 1",
        "/JPXDecode",
      ),
    ],
  })),
  ["an earlier version of a PDF", "a.pdf", () => revised()],
  [
    "words between a PDF's objects",
    "a.pdf",
    () => Buffer.concat([buildPdf({ head: `% ${CANARY}\n` }), Buffer.from(`% ${CANARY}\n%%EOF\n`)]),
  ],
];

const FAMILIAR = [
  part("docProps/core.xml", `<dc:creator>${CANARY}</dc:creator>`),
  part("docProps/app.xml", `<Company>${CANARY}</Company>`),
  part("docProps/custom.xml", `<v>${CANARY}</v>`),
  { name: "docProps/thumbnail.jpeg", bytes: CANARY },
];
const FAMILIAR_RELATIONS = pkg(
  "docProps/core.xml",
  "docProps/app.xml",
  "docProps/custom.xml",
  "docProps/thumbnail.jpeg",
);

export const tellingDocuments: readonly Telling[] = [
  docx("properties of a document", { parts: FAMILIAR, packageRelations: FAMILIAR_RELATIONS }),
  docx("properties under small letters", {
    parts: [part("docprops/CORE.xml", CANARY)],
    packageRelations: pkg("docprops/CORE.xml"),
  }),
  docx("custom XML of a document", {
    parts: [part("customXml/item1.xml", CANARY), part("customXml/itemProps1.xml", CANARY)],
  }),
  docx("the label of a tenant", { parts: [part("docMetadata/LabelInfo.xml", CANARY)] }),
  docx("the certificate of a signature", {
    parts: [part("_xmlsignatures/sig1.xml", CANARY), { name: "_xmlsignatures/origin.sigs", bytes: CANARY }],
  }),
  docx("people of a document", { parts: [part("word/people.xml", `<w:person w:author="${CANARY}"/>`)] }),
  docx("comments of a document", {
    parts: [
      part("word/comments.xml", `<w:comment w:id="0" w:author="${CANARY}" w:initials="${CANARY}" w:date="${CANARY}"/>`),
      part("word/commentsExtended.xml", CANARY),
      part("word/commentsExtensible.xml", CANARY),
      part("word/commentsIds.xml", CANARY),
    ],
  }),
  docx("tracked changes", {
    body: `<w:p><w:ins w:id="1" w:author="${CANARY}" w:date="${CANARY}"><w:r><w:t>a</w:t></w:r></w:ins><w:rPrChange w:id="2" w:author='${CANARY}'/></w:p>`,
  }),
  docx("revision marks", {
    body: `<w:p w:rsidR="${CANARY}" w:rsidRDefault="${CANARY}" w14:paraId="${CANARY}"/>`,
    parts: [
      part(
        "word/settings.xml",
        `<w:rsids><w:rsidRoot w:val="${CANARY}"/></w:rsids><w15:docId w15:val="${CANARY}"/><w:docVars><w:docVar w:val="${CANARY}"/></w:docVars>`,
      ),
    ],
  }),
  docx("remarks of the markup", { body: `<!-- ${CANARY} --><?program ${CANARY}?><w:p/>` }),
  docx("an author in escapes", { body: `<w:ins w:author="&#67;${CANARY}"/>` }),
  docx(
    "a template on the author's machine",
    outside("attachedTemplate", `file:///C:\\Users\\${CANARY}\\Templates\\a.dotx`),
  ),
  docx("a linked picture", outside("image", `file:///C:/Users/${CANARY}/a.png`)),
  docx("a link into the author's machine", outside("hyperlink", `file:///C:/Users/${CANARY}/a.docx`)),
  docx("the path of a picture", {
    body: `<pic:cNvPr id="0" name="${CANARY}.jpg" descr="C:\\Users\\${CANARY}\\a.jpg"/><v:imagedata r:id="x" o:title="${CANARY}"/>`,
  }),
  docx("the original of a picture", {
    body: `<a:ext uri="{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}"><a14:imgProps>${CANARY}</a14:imgProps></a:ext>`,
    parts: [
      { name: "word/media/hdphoto1.wdp", bytes: CANARY },
      { name: "word/media/image2.svg", bytes: CANARY },
    ],
  }),
  [
    "a photo in a document",
    "a.docx",
    async () => buildDocx({ parts: [{ name: "word/media/image1.jpeg", bytes: await tellingPhoto() }] }),
  ],
  [
    "words of a PNG in a document",
    "a.docx",
    async () =>
      buildDocx({
        parts: [
          {
            name: "word/media/image1.png",
            bytes: withChunks(await drawn().png().toBuffer(), pngChunk("tEXt", `Author\0${CANARY}`)),
          },
        ],
      }),
  ],
  [
    "a comment of a GIF in a document",
    "a.docx",
    async () =>
      buildDocx({ parts: [{ name: "word/media/image1.gif", bytes: withComment(await drawn().gif().toBuffer()) }] }),
  ],
  docx("the description of a metafile", { parts: [{ name: "word/media/image1.emf", bytes: metafile() }] }),
  docx("a sheet inside a document", {
    parts: [{ name: "word/embeddings/a.xlsx", bytes: buildXlsx({ parts: [part("docProps/core.xml", CANARY)] }) }],
  }),
  docx("the comment of the archive", { comment: CANARY }),
  xlsx("properties of a sheet", { parts: FAMILIAR, packageRelations: FAMILIAR_RELATIONS }),
  xlsx("the author of a note", {
    parts: [
      part(
        "xl/comments1.xml",
        `<authors><author>${CANARY}</author></authors><text><r><t>${CANARY}:</t></r><r><t xml:space="preserve">\nxem</t></r></text>`,
      ),
    ],
  }),
  xlsx("people of a sheet", {
    parts: [
      part(
        "xl/persons/person.xml",
        `<person displayName="${CANARY}" userId="${CANARY}" providerId="${CANARY}" id="1"/>`,
      ),
      part(
        "xl/threadedComments/threadedComment1.xml",
        `<threadedComment dT="${CANARY}" personId="1"><text>a</text></threadedComment>`,
      ),
    ],
  }),
  xlsx("who shared a workbook", {
    parts: [part("xl/userNames.xml", `<u name="${CANARY}"/>`), part("xl/revisions/revisionLog1.xml", CANARY)],
  }),
  xlsx("marks of a workbook", {
    parts: [
      part(
        "xl/workbook.xml",
        `<fileSharing userName="${CANARY}"/><x15ac:absPath url="C:\\Users\\${CANARY}\\"/><xr:revisionPtr documentId="${CANARY}"/><customWorkbookViews><customWorkbookView name="${CANARY}"/></customWorkbookViews><fileVersion codeName="${CANARY}"/>`,
      ),
    ],
  }),
  xlsx("who refreshed a table", {
    parts: [part("xl/pivotCache/pivotCacheDefinition1.xml", `<pivotCacheDefinition refreshedBy="${CANARY}"/>`)],
  }),
  xlsx("the printer of a sheet", {
    parts: [{ name: "xl/printerSettings/printerSettings1.bin", bytes: Buffer.from(CANARY, "utf16le") }],
  }),
  xlsx("the path of another workbook", {
    parts: [
      {
        name: "xl/externalLinks/_rels/externalLink1.xml.rels",
        bytes: `${XML}<Relationships><Relationship Id="rId1" Type="http://x/externalLinkPath" Target="file:///C:/Users/${CANARY}/b.xlsx" TargetMode="External"/></Relationships>`,
      },
    ],
  }),
];

/** A PDF that was changed once: the first version's page content is still in the file. */
function revised(): Buffer {
  const first = buildPdf({ objects: [`<< /Note (${CANARY}) >>`], page: "/Old 5 0 R" });
  const second = `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n${first.length}\n%%EOF\n`;
  return Buffer.concat([first, Buffer.from(second)]);
}

function withComment(gif: Buffer): Buffer {
  const end = gif.length - 1;
  return Buffer.concat([
    gif.subarray(0, end),
    Buffer.of(0x21, 0xfe, CANARY.length),
    Buffer.from(CANARY),
    Buffer.of(0),
    gif.subarray(end),
  ]);
}

function metafile(): Buffer {
  const head = Buffer.alloc(108);
  head.writeUInt32LE(1, 0);
  head.writeUInt32LE(CANARY.length, 60);
  head.writeUInt32LE(108, 64);
  return Buffer.concat([head, Buffer.from(CANARY, "utf16le"), Buffer.alloc(20)]);
}
