import { type FileRefusal, type FileType, fileTypes, MAX_FILE_BYTES } from "./attachments.ts";

/** UTF-8 bytes of a stored and downloaded name, its extension included: what every file system takes. */
const MAX_NAME_BYTES = 200;

/** What runs, or is shown as a page, on some system; none may hide before the last extension. */
const DANGEROUS = new Set(
  (
    "ace action apk app appimage application asp aspx bash bat bin cab cgi chm class cmd cpl crt csh csproj deb desktop dll dmg docm " +
    "dotm elf exe gadget gif hta htaccess htm html img inf ini ins iso jar jnlp js jse jsp jspx ksh lnk mht mhtml mjs msc " +
    "msi msp mst ocx php php3 php4 php5 php7 phar phtml pif pl ppam pptm ps1 psm1 py pyc pyw rb reg rpm rtf scf scr sct " +
    "service settingcontent-ms sh shtml svg svgz swf sys tar tgz url vb vbe vbs vhd wsc wsf wsh xbap xht xhtml xla xlam xll " +
    "xlsb xlsm xltm xml xsl zip 7z rar gz"
  ).split(" "),
);

/** Extensions that mean the same type. */
const EXTENSIONS: Record<string, FileType> = {
  ...Object.fromEntries(fileTypes.map((type) => [type, type])),
  jpeg: "jpg",
  jpe: "jpg",
  jfif: "jpg",
  m4v: "mp4",
};

const MEDIA_TYPES: Record<FileType, string> = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  mp4: "video/mp4",
};

/** The media type under which a file of a type is handed out. */
export function mediaTypeOf(type: FileType): string {
  return MEDIA_TYPES[type];
}

/** The type that a name's extension says, or null for one that is not on the list. */
export function typeOfName(name: string): FileType | null {
  return EXTENSIONS[extensionsOf(tidyFileName(name)).at(-1) ?? ""] ?? null;
}

/**
 * Why a file cannot be taken, judged by name and size alone; null when only its
 * content can tell. Call it before the first byte is stored.
 */
export function refuseByName(name: string, size: number): FileRefusal | null {
  if (!name.isWellFormed() || HIDDEN.test(name) || tidyFileName(name) === "") return "bad-name";
  const [last = "", before = ""] = extensionsOf(tidyFileName(name)).reverse();
  if (EXTENSIONS[last] === undefined) return "wrong-type";
  if (DANGEROUS.has(before)) return "double-extension";
  if (size === 0) return "empty";
  return size > MAX_FILE_BYTES ? "too-big" : null;
}

/** Control characters, and those that turn the reading direction or have no width: they make a name look like another. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

/**
 * The name as it is kept and shown: composed letters, without the path that
 * some browsers send along, without characters that a file system refuses, cut
 * to what file systems take with its extension whole. Empty when nothing is left.
 */
export function tidyFileName(name: string): string {
  const last = name.normalize("NFC").replaceAll("\\", "/").split("/").at(-1) ?? "";
  const plain = last
    .replaceAll(new RegExp(HIDDEN, "g"), "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return shorten(RESERVED.test(plain) ? `_${plain}` : plain);
}

/** Names of devices on Windows, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i;

function shorten(name: string): string {
  if (bytesOf(name) <= MAX_NAME_BYTES) return name;
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 && bytesOf(name.slice(dot)) <= 20 ? name.slice(dot) : "";
  let stem = "";
  let room = MAX_NAME_BYTES - bytesOf(extension);
  for (const { segment } of new Intl.Segmenter("vi").segment(name.slice(0, name.length - extension.length))) {
    room -= bytesOf(segment);
    if (room < 0) break;
    stem += segment;
  }
  return `${stem.trimEnd()}${extension}`;
}

function extensionsOf(name: string): string[] {
  return name
    .split(".")
    .slice(1)
    .map((part) => part.trim().toLowerCase());
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * The `Content-Disposition` of a download (RFC 6266, RFC 8187): always an
 * attachment, once in ASCII for old clients and once in full.
 */
export function contentDisposition(name: string): string {
  const tidy = tidyFileName(name) || "file";
  const ascii = tidy
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\u0020-\u007e]/g, "_")
    .replace(/["\\%;]/g, "_");
  const full = encodeURIComponent(tidy).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
}
