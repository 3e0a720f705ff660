import { deflateSync } from "node:zlib";

export interface PdfGiven {
  /** Objects from number 5 on, without `obj` and `endobj`. */
  readonly objects?: readonly (string | Buffer)[];
  /** Further keys of the catalog, the page, the trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  readonly pages?: string;
  readonly head?: string;
}

/** A PDF of one page, written by hand. 1 catalog, 2 pages, 3 page, 4 its content. */
export function buildPdf(given: PdfGiven = {}): Buffer {
  const content = "BT /F1 24 Tf 72 720 Td (Cau Noi) Tj ET";
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${given.catalog ?? ""} >>`,
    given.pages ?? "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> ${given.page ?? ""} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...(given.objects ?? []),
  ];
  return assemble(objects, given);
}

export function assemble(objects: readonly (string | Buffer)[], { trailer = "", head = "" }: PdfGiven): Buffer {
  const parts: Buffer[] = [Buffer.from(`%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n${head}`, "latin1")];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), latin1(object), Buffer.from("\nendobj\n")]);
    offsets.push(at);
    parts.push(bytes);
    at += bytes.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    latin1(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A stream object; deflated unless said otherwise. */
export function pdfStream(bytes: Buffer | string, keys = "", filter = "/FlateDecode"): Buffer {
  const packed = filter === "/FlateDecode" ? deflateSync(latin1(bytes), { level: 9 }) : latin1(bytes);
  const filters = filter === "" ? "" : `/Filter ${filter}`;
  return Buffer.concat([
    latin1(`<< ${keys} ${filters} /Length ${packed.length} >>\nstream\n`),
    packed,
    latin1("\nendstream"),
  ]);
}

/** Objects packed into an object stream: `numbers` and texts in the same order. */
export function objectStream(inside: readonly (readonly [number, string])[]): Buffer {
  let at = 0;
  const heads = inside.map(([number, text]) => {
    const head = `${number} ${at}`;
    at += text.length + 1;
    return head;
  });
  const first = `${heads.join(" ")} `;
  return pdfStream(
    first + inside.map(([, text]) => text).join(" "),
    `/Type /ObjStm /N ${inside.length} /First ${first.length}`,
  );
}

function latin1(value: string | Buffer): Buffer {
  return typeof value === "string" ? Buffer.from(value, "latin1") : value;
}
