/** A strict reader of CSV as RFC 4180 has it, after the byte order mark, that takes the apostrophes before formulas away. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith("\uFEFF")) throw new Error("no byte order mark");
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at));
    if (!found) throw new Error(`no cell at ${at}`);
    const [whole, inside = "", bare = "", end] = found;
    row.push((quoted ? inside.replaceAll('""', '"') : bare).replace(/^'/, ""));
    at += whole.length;
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
