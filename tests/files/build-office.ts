import { buildZip, type ZipEntry } from "./build-zip.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Relation {
  readonly id?: string;
  /** The last part of the type's address, or a whole address. */
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

export interface OfficeParts {
  /** Markup in the body. */
  readonly body?: string;
  /** Relations of the main part. */
  readonly relations?: readonly Relation[];
  /** Relations of the package beside the one to the main part. */
  readonly packageRelations?: readonly Relation[];
  readonly parts?: readonly ZipEntry[];
  /** `Override` and `Default` elements. */
  readonly types?: string;
  readonly mainType?: string;
  readonly comment?: string;
}

export function relations(list: readonly Relation[]): string {
  const rows = list.map(({ id, type, target, external }, at) => {
    const kind = type.startsWith("http") ? type : `${REL}/${type}`;
    return `<Relationship Id="${id ?? `rId${at + 10}`}" Type="${kind}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
  });
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};

/** A Word document with what a test needs in it. */
export function buildDocx(given: OfficeParts = {}): Buffer {
  const body = given.body ?? "<w:p><w:r><w:t>Cầu Nối</w:t></w:r></w:p>";
  return build("word/document.xml", TYPES.docx, given, [
    { name: "word/document.xml", bytes: `${XML}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>` },
  ]);
}

/** A workbook of one sheet; `body` is what its only cell's row holds. */
export function buildXlsx(given: OfficeParts = {}): Buffer {
  const row = given.body ?? '<c r="A1" t="inlineStr"><is><t>Cầu Nối</t></is></c>';
  return build(
    "xl/workbook.xml",
    TYPES.xlsx,
    {
      ...given,
      relations: [{ id: "rId1", type: "worksheet", target: "worksheets/sheet1.xml" }, ...(given.relations ?? [])],
    },
    [
      {
        name: "xl/workbook.xml",
        bytes: `${XML}<workbook ${S} ${R}><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
      {
        name: "xl/worksheets/sheet1.xml",
        bytes: `${XML}<worksheet ${S} ${R}><sheetData><row r="1">${row}</row></sheetData></worksheet>`,
      },
    ],
  );
}

function build(main: string, mainType: string, given: OfficeParts, own: readonly ZipEntry[]): Buffer {
  const replaced = new Set((given.parts ?? []).map(({ name }) => name));
  const [folder = "", file = ""] = main.split("/");
  const entries: ZipEntry[] = [
    {
      name: "[Content_Types].xml",
      bytes: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${given.mainType ?? mainType}"/>${given.types ?? ""}</Types>`,
    },
    {
      name: "_rels/.rels",
      bytes: relations([{ id: "rId1", type: "officeDocument", target: main }, ...(given.packageRelations ?? [])]),
    },
    ...own,
    { name: `${folder}/_rels/${file}.rels`, bytes: relations(given.relations ?? []) },
  ];
  return buildZip([...entries.filter(({ name }) => !replaced.has(name)), ...(given.parts ?? [])], given.comment);
}
