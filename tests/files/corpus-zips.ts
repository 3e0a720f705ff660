import { buildDocx, buildXlsx, XML } from "./build-office.ts";
import type { ZipEntry } from "./build-zip.ts";
import type { Row } from "./corpus.ts";

const MB = 1024 * 1024;
const inDocx =
  (...parts: ZipEntry[]) =>
  () =>
    buildDocx({ parts });
const zeros = (megabytes: number) => Buffer.alloc(megabytes * MB);

/** Archives whose directory lies, overflows or leads elsewhere. */
export function zipCases(): Row[] {
  const rows: [string, Row[2], () => Buffer][] = [
    ["a part that unpacks to 200 MB", "bomb", inDocx({ name: "word/a.xml", bytes: zeros(200) })],
    ["a part that unpacks to 60 MB of nothing", "bomb", inDocx({ name: "word/a.xml", bytes: zeros(60) })],
    ["a picture that unpacks to 100 MB", "bomb", inDocx({ name: "word/media/image1.bmp", bytes: zeros(100) })],
    ["a part that claims 4 GB", "bomb", inDocx({ name: "word/a.xml", bytes: "<a/>", size: 0xfffffffe })],
    ["a part that claims less than it holds", "broken", inDocx({ name: "word/a.xml", bytes: zeros(80), size: 1_000 })],
    ["a part that claims more than it holds", "broken", inDocx({ name: "word/a.xml", bytes: "<a/>", size: 5_000 })],
    [
      "a part that reaches past the end",
      "broken",
      inDocx({ name: "word/a.xml", bytes: "<a/>", method: 0, packedSize: 9_000_000, size: 9_000_000 }),
    ],
    [
      "5,000 parts",
      "bomb",
      inDocx(...Array.from({ length: 5_000 }, (_, at) => ({ name: `word/a${at}.xml`, bytes: `${XML}<a/>` }))),
    ],
    [
      "parts of 160 MB together",
      "bomb",
      inDocx(...Array.from({ length: 40 }, (_, at) => ({ name: `word/a${at}.xml`, bytes: zeros(4) }))),
    ],
    [
      "parts that share their bytes",
      "bomb",
      inDocx(
        { name: "word/a.xml", bytes: zeros(4) },
        ...Array.from({ length: 30 }, (_, at) => ({ name: `word/b${at}.xml`, bytes: zeros(4), overlap: true })),
      ),
    ],
    ["a way up", "broken", inDocx({ name: "../../../etc/cron.d/evil.xml", bytes: "<a/>" })],
    ["a way up in the middle", "broken", inDocx({ name: "word/../../evil.xml", bytes: "<a/>" })],
    ["a whole path", "broken", inDocx({ name: "/etc/evil.xml", bytes: "<a/>" })],
    ["a path of Windows", "broken", inDocx({ name: "C:/Windows/evil.xml", bytes: "<a/>" })],
    ["backslashes", "broken", inDocx({ name: "..\\..\\evil.xml", bytes: "<a/>" })],
    ["a NUL in a name", "broken", inDocx({ name: "word/a.exe\u0000.xml", bytes: "<a/>" })],
    ["a line break in a name", "broken", inDocx({ name: "word/a\n.xml", bytes: "<a/>" })],
    ["a name of 300 letters", "broken", inDocx({ name: `word/${"a".repeat(300)}.xml`, bytes: "<a/>" })],
    ["a part twice", "broken", inDocx({ name: "word/a.xml", bytes: "<a/>" }, { name: "word/a.xml", bytes: "<b/>" })],
    [
      "a part twice in other letters",
      "broken",
      inDocx({ name: "word/a.xml", bytes: "<a/>" }, { name: "WORD/A.XML", bytes: "<b/>" }),
    ],
    [
      "a symbolic link",
      "broken",
      inDocx({ name: "word/a.xml", bytes: "/etc/passwd", method: 0, attributes: 0o120777 << 16 }),
    ],
    ["a locked part", "locked", inDocx({ name: "word/a.xml", bytes: "<a/>", flags: 1 })],
    ["a part packed in another way", "broken", inDocx({ name: "word/a.xml", bytes: "<a/>", method: 12 })],
    ["a part packed in no known way", "broken", inDocx({ name: "word/a.xml", bytes: "<a/>", method: 250 })],
    ["a picture of 50,000 by 50,000", "too-many-pixels", inDocx({ name: "word/media/image1.png", bytes: hugePng() })],
    ["half of it missing at the end", "broken", () => buildDocx().subarray(0, 600)],
    ["half of it missing at the start", "type-mismatch", () => buildDocx().subarray(600)],
    ["its directory blotted out", "broken", () => blotted(buildDocx())],
  ];
  return [
    ...rows.map(([title, verdict, bytes]): Row => [`a document with ${title}`, "don.docx", verdict, bytes]),
    [
      "a sheet of 140 MB of cells",
      "bang.xlsx",
      "bomb",
      () => buildXlsx({ parts: [{ name: "xl/worksheets/sheet1.xml", bytes: manyCells(140) }] }),
    ],
  ];
}

function hugePng(): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const size = Buffer.alloc(8);
  size.writeUInt32BE(50_000, 0);
  size.writeUInt32BE(50_000, 4);
  return Buffer.concat([head, size, Buffer.from("0802000000000000000000000049454e44ae426082", "hex")]);
}

function manyCells(megabytes: number): Buffer {
  const cells = Buffer.from('<row><c r="A1" s="1"><v>1</v></c></row>'.repeat(1_000));
  const all = Buffer.alloc(megabytes * MB, cells);
  return Buffer.concat([Buffer.from(`${XML}<worksheet><sheetData>`), all, Buffer.from("</sheetData></worksheet>")]);
}

function blotted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, copy.lastIndexOf("PK\u0001\u0002", undefined, "latin1") + 4, copy.length - 22);
  return copy;
}
