import { buildDocx, buildXlsx } from "./build-office.ts";
import { buildMp4 } from "./build-mp4.ts";
import { buildPdf } from "./build-pdf.ts";
import { claimedPng } from "./build-image.ts";
import { buildZip } from "./build-zip.ts";
import { EICAR } from "./clamd.ts";
import type { Row } from "./corpus.ts";

const HTML = "<!doctype html><html><script>alert(1)</script></html>";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const OLE = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);

/** Files that are not what their extension says. */
export function mismatchCases(): Row[] {
  const jpgHead = Buffer.concat([Buffer.from("ffd8ffe000104a46494600", "hex"), Buffer.alloc(100)]);
  const jar = buildZip([
    { name: "META-INF/MANIFEST.MF", bytes: "Main-Class: Evil" },
    { name: "Evil.class", bytes: Buffer.from("cafebabe", "hex") },
  ]);
  const rows: [string, string, Buffer | string][] = [
    ["HTML as a photo", "anh.jpg", HTML],
    ["HTML as a PNG", "anh.png", HTML],
    ["HTML as a PDF", "tai lieu.pdf", HTML],
    ["HTML as a document", "tai lieu.docx", HTML],
    ["SVG as a photo", "anh.jpg", SVG],
    ["SVG as a WebP", "anh.webp", SVG],
    ["a script as a photo", "anh.jpg", "alert(1)//"],
    ["PHP as a PNG", "anh.png", "<?php system('id');"],
    ["PHP after a GIF head", "anh.jpg", "GIF89a;<?php system('id');"],
    ["a program as a PNG", "anh.png", "MZ\u0090\u0000"],
    ["a program as a document", "don.docx", "MZ\u0090\u0000"],
    ["a Linux program as a photo", "anh.jpg", "\u007fELF\u0002\u0001"],
    ["a class file as a photo", "anh.jpg", Buffer.from("cafebabe00000034", "hex")],
    ["a GIF as a photo", "anh.jpg", "GIF89a\u0001\u0000\u0001\u0000"],
    ["a bitmap as a PNG", "anh.png", "BM\u0036\u0000"],
    ["a TIFF as a photo", "anh.jpg", "II*\u0000\u0008\u0000"],
    ["a HEIC as a photo", "anh.jpg", "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000"],
    ["a PNG as a photo", "anh.jpg", claimedPng(4, 4)],
    ["a photo as a PNG", "anh.png", jpgHead],
    ["a photo as a PDF", "anh.pdf", jpgHead],
    ["a PDF as a photo", "anh.jpg", buildPdf()],
    ["a PDF as a document", "don.docx", buildPdf()],
    ["a document as a PDF", "don.pdf", buildDocx()],
    ["a sheet as a document", "don.docx", buildXlsx()],
    ["a document as a sheet", "bang.xlsx", buildDocx()],
    ["a plain archive as a document", "don.docx", buildZip([{ name: "a.txt", bytes: "a" }])],
    ["a Java archive as a document", "don.docx", jar],
    ["an old document as a new one", "don.docx", OLE],
    ["an old sheet as a new one", "bang.xlsx", OLE],
    ["RTF as a document", "don.docx", "{\\rtf1\\ansi{\\object\\objocx{\\objdata 01}}}"],
    ["PostScript as a PDF", "don.pdf", "%!PS-Adobe-3.0\n(/etc/passwd) (r) file"],
    ["a shell script as a PDF", "don.pdf", "#!/bin/sh\nid"],
    ["a PDF that begins late", "don.pdf", Buffer.concat([Buffer.alloc(500, 0x41), buildPdf()])],
    ["a film as a photo", "anh.jpg", buildMp4()],
    ["a photo as a film", "phim.mp4", jpgHead],
    ["a QuickTime film as MP4", "phim.mp4", "\u0000\u0000\u0000\u0014ftypqt  \u0000\u0000\u0000\u0000qt  "],
    ["Flash as a film", "phim.mp4", "CWS\u0009"],
    ["WebAssembly as a film", "phim.mp4", "\u0000asm\u0001\u0000\u0000\u0000"],
    ["a web film as MP4", "phim.mp4", Buffer.from("1a45dfa3a34286810142", "hex")],
    ["a song as a film", "phim.mp4", "ID3\u0003\u0000"],
    ["a shortcut as a PDF", "don.pdf", Buffer.from("4c0000000114020000000000", "hex")],
    ["one byte as a photo", "anh.jpg", "\u00ff"],
    ["a virus test file as a PDF", "don.pdf", EICAR],
    [
      "a template as a document",
      "don.docx",
      buildDocx({ mainType: "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml" }),
    ],
    [
      "slides as a document",
      "don.docx",
      buildDocx({ mainType: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml" }),
    ],
  ];
  return rows.map(([title, name, bytes]) => [title, name, "type-mismatch", bytes]);
}
