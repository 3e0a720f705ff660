import { MAX_FILE_BYTES } from "../../app/domain/attachments.ts";
import type { Row } from "./corpus.ts";
import { drawn } from "./build-image.ts";
import { buildPdf } from "./build-pdf.ts";

const MZ = "MZ\u0090\u0000\u0003\u0000\u0000\u0000This program cannot be run in DOS mode.";
const HTML = "<!doctype html><html><body><script>alert(1)</script></body></html>";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** Files whose name or size alone says no, and odd names that are put right. */
export async function nameCases(): Promise<Row[]> {
  const jpg = await drawn().jpeg().toBuffer();
  const pdf = buildPdf();
  const wrongTypes: Row[] = (
    [
      ["exe", MZ],
      ["scr", MZ],
      ["com", MZ],
      ["dll", MZ],
      ["cpl", MZ],
      ["msi", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
      ["bat", "@echo off\r\ndel *.*"],
      ["cmd", "@echo off\r\ncalc"],
      ["ps1", "Start-Process calc"],
      ["vbs", 'CreateObject("WScript.Shell").Run "calc"'],
      ["js", "alert(1)"],
      ["mjs", "alert(1)"],
      ["hta", HTML],
      ["html", HTML],
      ["htm", HTML],
      ["xhtml", HTML],
      ["mht", "MIME-Version: 1.0"],
      ["svg", SVG],
      ["svgz", "\u001f\u008b"],
      ["xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
      ["php", "<?php system($_GET['c']);"],
      ["phtml", "<?php phpinfo();"],
      ["jsp", "<% Runtime.getRuntime(); %>"],
      ["aspx", "<%@ Page %>"],
      ["sh", "#!/bin/sh\nrm -rf /"],
      ["py", "import os"],
      ["jar", "PK\u0003\u0004"],
      ["apk", "PK\u0003\u0004"],
      ["zip", "PK\u0003\u0004"],
      ["rar", "Rar!\u001a\u0007\u0000"],
      ["7z", "7z\u00bc\u00af\u0027\u001c"],
      ["iso", "CD001"],
      ["lnk", "L\u0000\u0000\u0000"],
      ["url", "[InternetShortcut]\r\nURL=file://evil.example/x"],
      ["swf", "FWS"],
      ["doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
      ["xls", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
      ["docm", "PK\u0003\u0004"],
      ["xlsm", "PK\u0003\u0004"],
      ["xlsb", "PK\u0003\u0004"],
      ["pptx", "PK\u0003\u0004"],
      ["rtf", "{\\rtf1{\\object\\objocx}}"],
      ["gif", "GIF89a"],
      ["heic", "\u0000\u0000\u0000\u0018ftypheic"],
      ["mov", "\u0000\u0000\u0000\u0014ftypqt  "],
      ["csv", "=cmd|'/C calc'!A0"],
    ] as const
  ).map(([extension, bytes]) => [`a .${extension} file`, `bang chung.${extension}`, "wrong-type", bytes]);
  const names: Row[] = [
    ["a script behind an image", "shell.php.jpg", "double-extension", jpg],
    ["a program behind a document", "hoadon.exe.pdf", "double-extension", pdf],
    ["a page behind a picture", "trang.html.png", "double-extension", jpg],
    ["a drawing behind a picture", "anh.svg.png", "double-extension", jpg],
    ["a script behind a document", "run.js.docx", "double-extension", jpg],
    ["a screen saver in capitals", "ANH.SCR.JPG", "double-extension", jpg],
    ["a program and many spaces", `hoadon.exe${" ".repeat(60)}.pdf`, "double-extension", pdf],
    ["a macro document behind a plain one", "bao cao.docm.docx", "double-extension", jpg],
    ["an archive behind a film", "phim.jar.mp4", "double-extension", jpg],
    ["a shortcut behind a sheet", "bang.lnk.xlsx", "double-extension", jpg],
    ["a batch file behind a picture", "tệp.bat.webp", "double-extension", jpg],
    ["a picture behind a program", "anh.jpg.exe", "wrong-type", MZ],
    ["a name turned around", "anh\u202egpj.exe", "bad-name", MZ],
    ["a name turned around before a picture", "hoadon\u202efdp.jpg", "bad-name", jpg],
    ["an isolate in the name", "anh\u2066x\u2069.jpg", "bad-name", jpg],
    ["a left-to-right mark", "anh\u200e.jpg", "bad-name", jpg],
    ["an Arabic letter mark", "anh\u061c.jpg", "bad-name", jpg],
    ["a space without width", "anh\u200b.jpg", "bad-name", jpg],
    ["a byte order mark", "\ufeffanh.jpg", "bad-name", jpg],
    ["a NUL before the extension", "shell.php\u0000.jpg", "bad-name", jpg],
    ["a NUL after the extension", "anh.jpg\u0000.exe", "bad-name", jpg],
    ["a line break", "anh.jpg\r\nSet-Cookie: a=b.jpg", "bad-name", jpg],
    ["a tab", "anh\t.jpg", "bad-name", jpg],
    ["a control character of the upper half", "anh\u0085.jpg", "bad-name", jpg],
    ["half a character", "anh\ud800.jpg", "bad-name", jpg],
    ["no name", "", "bad-name", jpg],
    ["dots only", "...", "bad-name", jpg],
    ["a folder only", "a/b/", "bad-name", jpg],
    ["the folder above", "../..", "bad-name", jpg],
    ["an extension only", ".jpg", "wrong-type", jpg],
    ["no extension", "anh", "wrong-type", jpg],
    ["a way to the database", "../../app.db", "wrong-type", jpg],
    ["a way to the passwords", "../../../../etc/passwd", "wrong-type", jpg],
    ["a second stream of NTFS", "anh.jpg::$DATA", "wrong-type", jpg],
    ["an escaped NUL", "anh.jpg%00.php", "wrong-type", jpg],
    ["a look-alike extension", "anh.jрg", "wrong-type", jpg],
    ["a way up to a picture", "../../../tmp/anh.jpg", "ready", jpg],
    ["a way up on Windows", "..\\..\\anh.jpg", "ready", jpg],
    ["a whole path", "/etc/anh.jpg", "ready", jpg],
    ["a path of Windows", "C:\\fakepath\\ảnh.jpg", "ready", jpg],
    ["a device of Windows", "con.jpg", "ready", jpg],
    ["a name of 300 bytes", `${"ệ".repeat(100)}.jpg`, "ready", jpg],
    ["quotes and marks", `a"b;c%d'e<f>|g.jpg`, "ready", jpg],
    ["a dot at the end", "anh.jpg.", "ready", jpg],
    ["a name of markup", "<img src=x onerror=alert(1)>.jpg", "ready", jpg],
  ];
  const sizes: Row[] = [
    ...["jpg", "png", "webp", "pdf", "docx", "xlsx", "mp4"].map((type): Row => [
      `an empty .${type} file`,
      `rong.${type}`,
      "empty",
      "",
    ]),
    [
      "one byte too many",
      "lon.pdf",
      "too-big",
      () => Buffer.concat([pdf, Buffer.alloc(MAX_FILE_BYTES + 1 - pdf.length)]),
    ],
  ];
  return [...wrongTypes, ...names, ...sizes];
}
