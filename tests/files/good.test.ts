import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readZip } from "../../files/inspect/zip.ts";
import { checkBytes, keys, memoryBlobs } from "./bench.ts";
import { drawn, jpegSegment, withSegments } from "./build-image.ts";
import { buildMp4, SAMPLES } from "./build-mp4.ts";
import { buildDocx, buildXlsx, XML } from "./build-office.ts";
import { buildPdf, pdfStream } from "./build-pdf.ts";
import { exifOf } from "./build-exif.ts";

const store = { blobs: memoryBlobs(), keys };
const check = (name: string, bytes: Buffer) => checkBytes(store, name, bytes);

test.each(["jpg", "jpeg", "JPG", "png", "webp"])("a .%s picture keeps its size and looks", async (extension) => {
  const format = /jpe?g/i.test(extension) ? "jpeg" : extension === "png" ? "png" : "webp";
  const bytes = await drawn(320, 200).toFormat(format).toBuffer();
  const { verdict, clean, check: found } = await check(`Ảnh chụp.${extension}`, bytes);
  expect(verdict).toBe("ready");
  expect(found).toMatchObject({ cleanSize: clean.length, cleanType: format === "jpeg" ? "jpg" : format, place: null });
  expect(await sharp(clean).metadata()).toMatchObject({ width: 320, height: 200, format });
  expect(await difference(bytes, clean)).toBeLessThan(4);
});

test("a photo is turned upright and gives up its place, which is offered apart", async () => {
  const upright = await drawn(320, 200).jpeg().toBuffer();
  const photo = withSegments(
    upright,
    jpegSegment(0xe1, exifOf({ orientation: 6, latitude: 10.772_5, longitude: 106.698 })),
  );
  const { check: found, clean } = await check("IMG_2031.jpg", photo);
  expect(found).toMatchObject({ state: "ready", place: { latE6: 10_772_500, lonE6: 106_698_000 } });
  const picture = await sharp(clean).metadata();
  expect([picture.width, picture.height]).toEqual([200, 320]);
  expect(picture).not.toHaveProperty("exif");
  expect(picture).not.toHaveProperty("icc");
});

test.each([
  [10.5, 106.5],
  [-8.25, -35.75],
])("a place at %d, %d keeps its signs", async (latitude, longitude) => {
  const jpg = await drawn().jpeg().toBuffer();
  const { check: found } = await check("a.jpg", withSegments(jpg, jpegSegment(0xe1, exifOf({ latitude, longitude }))));
  expect(found).toMatchObject({ place: { latE6: latitude * 1e6, lonE6: longitude * 1e6 } });
});

test("a CMYK photo, a grey one, a transparent PNG and a moving picture are taken", async () => {
  const cmyk = await drawn().toColourspace("cmyk").jpeg().toBuffer();
  const grey = await drawn().greyscale().jpeg().toBuffer();
  const clear = await drawn().ensureAlpha(0.5).png().toBuffer();
  const moving = await sharp([await drawn().png().toBuffer(), await drawn().negate().png().toBuffer()], {
    join: { animated: true },
  })
    .webp()
    .toBuffer();
  expect((await check("a.jpg", cmyk)).verdict).toBe("ready");
  expect((await check("a.jpg", grey)).verdict).toBe("ready");
  expect((await sharp((await check("a.png", clear)).clean).metadata()).hasAlpha).toBe(true);
  expect((await check("a.webp", moving)).verdict).toBe("ready");
});

test("a PDF shows the same pages; links and marks stay", async () => {
  const bytes = buildPdf({
    page: "/Annots [5 0 R 6 0 R]",
    catalog: "/OpenAction [3 0 R /Fit] /Lang (vi)",
    objects: [
      "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://caunoi.example/) >> >>",
      "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (xem lai) /T (Nguyen Van A) >>",
      pdfStream("unused"),
    ],
  });
  const { verdict, clean } = await check("Đơn kiến nghị.pdf", bytes);
  expect(verdict).toBe("ready");
  const pdf = await PDFDocument.load(clean, { updateMetadata: false });
  expect(pdf.getPageCount()).toBe(1);
  expect(pdf.getPage(0).node.Annots()?.size()).toBe(2);
  expect(pdf.catalog.has(PDFName.of("Lang"))).toBe(true);
  expect(pdf.getTitle()).toBeUndefined();
});

test("a PDF that only forbids changes is taken, one that needs a password is not", async () => {
  const lock = async (userPassword: string) => {
    const pdf = await PDFDocument.load(buildPdf(), { updateMetadata: false });
    pdf.encrypt({ ownerPassword: "owner", userPassword, permissions: { modifying: false } });
    return Buffer.from(await pdf.save({ useObjectStreams: false }));
  };
  const { verdict, clean } = await check("don.pdf", await lock(""));
  expect(verdict).toBe("ready");
  const opened = await PDFDocument.load(clean, { updateMetadata: false });
  expect([opened.isEncrypted, opened.getPageCount()]).toEqual([false, 1]);
  expect((await check("don.pdf", await lock("secret"))).verdict).toBe("locked");
});

test("a document and a sheet keep their words, links, comments and pictures", async () => {
  const picture = await drawn().png().toBuffer();
  const docx = buildDocx({
    body: '<w:p w:rsidR="00AA11BB"><w:r><w:t>Nội dung đơn &amp; kiến nghị</w:t></w:r><w:hyperlink r:id="rId7"/></w:p>',
    relations: [
      { id: "rId7", type: "hyperlink", target: "https://caunoi.example/", external: true },
      { id: "rId8", type: "image", target: "media/image1.png" },
      { id: "rId9", type: "comments", target: "comments.xml" },
    ],
    types: '<Default Extension="png" ContentType="image/png"/>',
    parts: [
      { name: "word/media/image1.png", bytes: picture },
      {
        name: "word/comments.xml",
        bytes: `${XML}<w:comments xmlns:w="x"><w:comment w:id="0" w:author="An" w:initials="A" w:date="2026-01-01T00:00:00Z"><w:p><w:r><w:t>ghi chú</w:t></w:r></w:p></w:comment></w:comments>`,
      },
    ],
  });
  const parts = await readZip((await check("don.docx", docx)).clean);
  const text = (name: string) => parts.get(name)?.toString("utf8") ?? "";
  expect(text("word/document.xml")).toContain("<w:p><w:r><w:t>Nội dung đơn &amp; kiến nghị</w:t></w:r>");
  expect(text("word/_rels/document.xml.rels")).toContain('Target="https://caunoi.example/"');
  expect(text("word/comments.xml")).toContain('<w:comment w:id="0" w:author="Author"><w:p><w:r><w:t>ghi chú</w:t>');
  expect(await difference(picture, parts.get("word/media/image1.png") ?? Buffer.alloc(0))).toBe(0);

  const xlsx = buildXlsx({
    body: '<c r="A1"><f>SUM(B1:B9)</f><v>5</v></c><c r="A2" t="str"><f>IF(A1&gt;1,"a","b")</f></c>',
  });
  const sheet = (await readZip((await check("bang.xlsx", xlsx)).clean))
    .get("xl/worksheets/sheet1.xml")
    ?.toString("utf8");
  expect(sheet).toContain("<f>SUM(B1:B9)</f><v>5</v>");
  expect(sheet).toContain('<f>IF(A1&gt;1,"a","b")</f>');
});

test("a chart's own sheet stays in a document, cleaned as well", async () => {
  const inner = buildXlsx({
    packageRelations: [{ type: "http://x/core-properties", target: "docProps/core.xml" }],
    parts: [{ name: "docProps/core.xml", bytes: `${XML}<a>AUTHOR</a>` }],
  });
  const { verdict, clean } = await check(
    "don.docx",
    buildDocx({ parts: [{ name: "word/embeddings/Sheet1.xlsx", bytes: inner }] }),
  );
  expect(verdict).toBe("ready");
  const sheet = await readZip((await readZip(clean)).get("word/embeddings/Sheet1.xlsx") ?? Buffer.alloc(0));
  expect([...sheet.keys()]).not.toContain("docProps/core.xml");
  expect(sheet.get("_rels/.rels")?.toString()).not.toContain("core.xml");
});

test("a film keeps its samples and its length to the byte", async () => {
  const film = buildMp4({
    tracks: [
      { handler: "vide", samples: SAMPLES },
      { handler: "soun", samples: SAMPLES },
    ],
  });
  const { verdict, clean } = await check("phim.mp4", film);
  expect(verdict).toBe("ready");
  expect(clean.length).toBe(film.length);
  expect(clean.subarray(clean.indexOf("mdat") + 4).equals(film.subarray(film.indexOf("mdat") + 4))).toBe(true);
});

/** The mean difference of two pictures' pixels, of 255. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [a, b].map((bytes) => sharp(bytes).removeAlpha().toColourspace("srgb").raw().toBuffer()),
  );
  if (!first || !second || first.length !== second.length) return 255;
  return first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0) / first.length;
}
