import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

const migrations = path.join(import.meta.dirname, "../db/migrations/sqlite");

/** The symbols of a case's code in the order of its check character (app/domain/case-code.ts). */
const SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** Where the seven free symbols of `PA-7K3M-92QX` stand, counted from one, and the one that checks them. */
const FREE = [4, 5, 6, 7, 9, 10, 11];
const CHECK = 12;

/** How one database says what the two say differently. */
export interface Dialect {
  /** The place of a text in another, counted from one. */
  position(text: string, part: string): string;
  /** A JSON column whose number under a name is raised by so much, where it has one. */
  raised(column: string, name: string, by: number): string;
}

export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Column to the table whose numbers it holds. */
  readonly refers: ReadonlyMap<string, string>;
}

/**
 * What is sealed opens for the case alone that it was sealed for. A copy has
 * none: no identity, as a case has none whose sender was erased, and no proposal
 * to publish with what is masked in it.
 */
const BOUND: readonly string[] = ["reporter", "publication_proposal", "redaction", "redaction_objection"];

/** Every table that hangs on a case and can be copied, in an order in which each stands after what it refers to. */
export function tablesOfCases(): CopiedTable[] {
  const db = new Database(":memory:");
  for (const file of readdirSync(migrations)
    .filter((name) => name.endsWith(".sql"))
    .toSorted())
    db.exec(readFileSync(path.join(migrations, file), "utf8"));
  const names = db
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and sql not like '%VIRTUAL%'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !/_fts|^sqlite_/.test(name));
  const tables = names.map((name) => ({
    name,
    columns: (db.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name),
    parents: db.pragma(`foreign_key_list(${name})`) as { from: string; table: string }[],
  }));
  db.close();
  const copied = new Set(["case_file", "event"]);
  for (let known = 0; known < copied.size;) {
    known = copied.size;
    for (const { name, parents } of tables)
      if (!BOUND.includes(name) && parents.some(({ table }) => copied.has(table))) copied.add(name);
  }
  return tables
    .filter(({ name }) => copied.has(name))
    .map(({ name, columns, parents }) => ({
      name,
      columns,
      refers: new Map([
        ...(columns.includes("id") ? [["id", name] as const] : []),
        ...parents.filter(({ table }) => copied.has(table)).map(({ from, table }) => [from, table] as const),
      ]),
    }));
}

/** The statement that copies the first rows of a table once more; `spans` are the highest numbers of the first rows. */
export function copyStatement(
  { name, columns, refers }: CopiedTable,
  spans: ReadonlyMap<string, number>,
  copy: number,
  place: number,
  dialect: Dialect,
): string {
  const shift = (table: string) => copy * (spans.get(table) ?? 0);
  const valueOf = (column: string) => {
    const referred = refers.get(column);
    if (referred) return `${column} + ${shift(referred)}`;
    if (column === "code" && (name === "case_file" || name === "publication")) return turnedCode(place, copy, dialect);
    if (name === "event" && column === "stream")
      return `'case/' || cast(cast(substr(stream, 6) as integer) + ${shift("case_file")} as text)`;
    if (name === "event" && column === "data")
      return dialect.raised(dialect.raised("data", "messageId", shift("message")), "answerId", shift("answer"));
    return column;
  };
  const key = refers.get("id") || !refers.has("case_id") ? ([...refers.keys()][0] ?? "") : "case_id";
  const table = refers.get(key) ?? "";
  const first = `${key} <= ${spans.get(table) ?? 0}${name === "event" ? " and stream like 'case/%'" : ""}`;
  return `insert into ${name} (${columns.join(", ")}) select ${columns.map(valueOf).join(", ")} from ${name} where ${first}`;
}

/** The queries that count codes which differ at one free place only: a place with none can be turned without clashes. */
export function clashQueries(): { place: number; query: string }[] {
  return FREE.map((place) => ({
    place,
    query: `select count(*) from (select 1 from case_file group by substr(code, 1, ${place - 1}), substr(code, ${place + 1}, ${CHECK - place - 1}) having count(*) > 1) clashes`,
  }));
}

/** A code turned by so many symbols at one place, with the check character that belongs to it. */
function turnedCode(place: number, by: number, dialect: Dialect): string {
  const weight = FREE.indexOf(place) + 2;
  const turned = (at: number, steps: number) =>
    `substr('${SYMBOLS}', (${dialect.position(`'${SYMBOLS}'`, `substr(code, ${at}, 1)`)} - 1 + ${steps}) % ${SYMBOLS.length} + 1, 1)`;
  return [
    `substr(code, 1, ${place - 1})`,
    turned(place, by),
    `substr(code, ${place + 1}, ${CHECK - place - 1})`,
    turned(CHECK, weight * by),
  ].join(" || ");
}
