import { buildDocx } from "./build-office.ts";
import { drawn, jpegSegment, pngChunk, withChunks, withSegments } from "./build-image.ts";
import { box, buildMp4 } from "./build-mp4.ts";
import { buildPdf } from "./build-pdf.ts";
import { buildZip } from "./build-zip.ts";
import type { Row } from "./corpus.ts";

const SCRIPT = "<script>alert(document.cookie)</script>";
const PHP = "<?php system($_GET['c']); ?>";

/** Files that are two kinds at once. */
export async function polyglotCases(): Promise<Row[]> {
  const jpg = await drawn().jpeg().toBuffer();
  const png = await drawn().png().toBuffer();
  const webp = await drawn().webp().toBuffer();
  const jar = buildZip([
    { name: "META-INF/MANIFEST.MF", bytes: "Main-Class: Evil" },
    { name: "Evil.class", bytes: Buffer.from("cafebabe", "hex") },
  ]);
  const after = (bytes: Buffer, tail: Buffer | string) => Buffer.concat([bytes, Buffer.from(tail)]);
  const words = (text: string) => jpegSegment(0xfe, text);
  const rows: [string, string, Buffer][] = [
    ["a photo that is a Java archive", "anh.jpg", after(jpg, jar)],
    [
      "a photo that is an archive with a comment",
      "anh.jpg",
      after(jpg, buildZip([{ name: "a.exe", bytes: "MZ" }], "x".repeat(300))),
    ],
    ["a PNG that is an archive", "anh.png", after(png, jar)],
    ["a WebP that is an archive", "anh.webp", after(webp, jar)],
    ["a PDF that is an archive", "don.pdf", after(buildPdf(), jar)],
    ["a film that is an archive", "phim.mp4", buildMp4({ after: [box("free", jar)] })],
    ["a photo that is a RAR", "anh.jpg", after(jpg, Buffer.from("Rar!\u001a\u0007\u0001\u0000", "latin1"))],
    ["a PNG that is a 7z", "anh.png", after(png, Buffer.from("377abcaf271c0004", "hex"))],
    ["a photo that is a PDF", "anh.jpg", withSegments(jpg, words("%PDF-1.4\n1 0 obj"))],
    ["a PNG that is a PDF", "anh.png", withChunks(png, pngChunk("tEXt", "Comment\0%PDF-1.4 1 0 obj"))],
    [
      "a document that is a PDF",
      "don.docx",
      buildDocx({ parts: [{ name: "[Content_Types].xml", bytes: "%PDF-1.4", method: 0 }] }),
    ],
    ["a film that is a PDF", "phim.mp4", buildMp4({ movie: [box("free", "%PDF-1.4")] })],
    ["a photo with a page in its comment", "anh.jpg", withSegments(jpg, words(`<html><body>${SCRIPT}`))],
    ["a photo with a page in its EXIF", "anh.jpg", withSegments(jpg, jpegSegment(0xe1, `Exif\0\0${SCRIPT}`))],
    ["a photo with PHP in its comment", "anh.jpg", withSegments(jpg, words(PHP))],
    ["a photo with PHP at the end", "anh.jpg", after(jpg, PHP)],
    ["a photo with an SVG at the end", "anh.jpg", after(jpg, '<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a photo with a frame of a page", "anh.jpg", withSegments(jpg, words('<IFRAME SRC="//evil.example">'))],
    ["a PNG with PHP in its words", "anh.png", withChunks(png, pngChunk("tEXt", `Comment\0${PHP}`))],
    ["a PNG with PHP in its colours", "anh.png", withChunks(png, pngChunk("PLTE", PHP.padEnd(30)))],
    ["a PNG with a page at the end", "anh.png", after(png, `<!DOCTYPE html>${SCRIPT}`)],
    ["a WebP with a page at the end", "anh.webp", after(webp, SCRIPT)],
    ["a PDF with a page in its head", "don.pdf", buildPdf({ head: `%${SCRIPT}\n` })],
    ["a PDF with PHP in its head", "don.pdf", buildPdf({ head: `%${PHP}\n` })],
    ["a film with a page in its head", "phim.mp4", buildMp4({ movie: [box("free", `<html>${SCRIPT}`)] })],
    [
      "a document with a page in its first part",
      "don.docx",
      buildDocx({ parts: [{ name: "[Content_Types].xml", bytes: `<html>${SCRIPT}`, method: 0 }] }),
    ],
  ];
  return [
    ...rows.map(([title, name, bytes]): Row => [title, name, "polyglot", bytes]),
    // Drawn anew, a script between the lines of a picture is gone.
    ["a photo whose header is a script", "anh.jpg", "ready", withSegments(jpg, words("*/=alert(1);/*"))],
    ["a photo with a program at the end", "anh.jpg", "ready", after(jpg, "MZ\u0090\u0000 This program")],
    ["a photo with a film at the end, as phones make", "anh.jpg", "ready", after(jpg, buildMp4())],
  ];
}
