/** What becomes of a part of an office file, by its name in the archive. */
export type PartFate =
  | "xml"
  | "image"
  | "keep"
  | "document"
  | "drop"
  | "macros"
  | "script"
  | "embedded-files"
  | "external-links";

/** Parts that say who wrote, with what, when and where; none is needed to read the document. */
const ABOUT_THE_AUTHOR = [
  /^docprops\//,
  /^docmetadata\//,
  /^customxml\//,
  /^_xmlsignatures\//,
  /^word\/people\.xml$/,
  /^word\/comments(ids|extended|extensible)\.xml$/,
  /^word\/documenttasks/,
  /^word\/_rels\/(people|comments(ids|extended|extensible))\.xml\.rels$/,
  /^xl\/printersettings\//,
  /^xl\/revisions\//,
  /^xl\/usernames\.xml$/,
  /^xl\/customproperty/,
  /\.svg$/,
  /\.wdp$/,
  /^word\/printersettings/,
  /thumbnail\.\w+$/,
];
const MACROS = [
  /vba(project|data)/,
  /(^|\/)activex\//,
  /^xl\/(macrosheets|dialogsheets)\//,
  /attachedtoolbars/,
  /customui/,
  /userCustomization/i,
];
const SCRIPTS = [/(^|\/)(webextensions|taskpanes)/];
const CONNECTIONS = [/^xl\/(connections\.xml|querytables\/)/];

const BY_EXTENSION: Record<string, PartFate> = {
  xml: "xml",
  rels: "xml",
  vml: "xml",
  jpg: "image",
  jpeg: "image",
  jpe: "image",
  jfif: "image",
  png: "image",
  gif: "image",
  bmp: "image",
  tif: "image",
  tiff: "image",
  emf: "keep",
  wmf: "keep",
  odttf: "keep",
  docx: "document",
  xlsx: "document",
};

/** Looks at a part's name; what is not on the list of an office file's parts is another file inside it. */
export function fateOfPart(name: string): PartFate {
  const small = name.toLowerCase();
  const among = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(small));
  if (among(MACROS)) return "macros";
  if (among(SCRIPTS)) return "script";
  if (among(CONNECTIONS)) return "external-links";
  if (among(ABOUT_THE_AUTHOR)) return "drop";
  return BY_EXTENSION[small.slice(small.lastIndexOf(".") + 1)] ?? "embedded-files";
}
