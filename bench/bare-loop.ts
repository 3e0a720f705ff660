import { rmSync } from "node:fs";
import Database from "better-sqlite3";

type Row = Record<string, unknown>;

/**
 * The reference for submissions: a bare better-sqlite3 loop that inserts the
 * rows of real submissions, taken from the portal's own database, one
 * transaction with one fsync each, into the same tables with the same indexes
 * and triggers. Gives submissions per second.
 */
export function bareLoop(source: string, copy: string, count: number): number {
  rmSync(copy, { force: true });
  const from = new Database(source, { readonly: true });
  const schema = from
    .prepare<[], { sql: string }>(
      "select sql from sqlite_master where sql is not null and name not like 'sqlite_%' and not (type = 'table' and name like '%_fts_%') order by rowid",
    )
    .all();
  const cases = from.prepare<[number], Row>("select * from case_file order by id desc limit ?").all(count);
  const rowsOf = (id: number): [string, Row[]][] => [
    ["reporter", from.prepare<[number], Row>("select * from reporter where case_id = ?").all(id)],
    ["idempotency_key", from.prepare<[number], Row>("select * from idempotency_key where case_id = ?").all(id)],
    [
      "letter_print",
      from.prepare<[number], Row>("select case_id, sketch, grouped from letter_print where case_id = ?").all(id),
    ],
    ["event", from.prepare<[string], Row>("select * from event where stream = ?").all(`case/${id}`)],
    [
      "outbox",
      from.prepare<[number], Row>("select * from outbox where recipient = 'reporter' and recipient_id = ?").all(id),
    ],
  ];
  const submissions = cases.map((row) => [["case_file", [row]] as [string, Row[]], ...rowsOf(Number(row.id))]);
  const parents = ["agency", "deadline_rule"].map((table): [string, Row[]] => [
    table,
    from.prepare<[], Row>(`select * from ${table}`).all(),
  ]);
  from.close();

  const to = new Database(copy);
  to.pragma("journal_mode = WAL");
  to.pragma("synchronous = FULL");
  for (const { sql } of schema) to.exec(sql);
  const inserts = new Map<string, Database.Statement>();
  for (const [table, rows] of [...parents, ...(submissions[0] ?? [])]) {
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !/search_vector/.test(name));
    if (columns.length > 0)
      inserts.set(
        table,
        to.prepare(
          `insert into ${table} (${columns.join(", ")}) values (${columns.map((name) => `@${name}`).join(", ")})`,
        ),
      );
  }
  const counted = to.prepare(
    "insert into figure_delta (month, measure, kind, province_code, field, bottleneck, agency_id, detail, n) values ('2026-01', 'received', 'feedback', '01', '', '', 0, '', 1)",
  );
  const store = to.transaction((parts: [string, Row[]][]) => {
    for (const [table, rows] of parts) for (const row of rows) inserts.get(table)?.run(row);
    counted.run();
  });
  store.immediate(parents);
  const began = performance.now();
  for (const parts of submissions) store.immediate(parts);
  const seconds = (performance.now() - began) / 1000;
  to.close();
  rmSync(copy, { force: true });
  return submissions.length / seconds;
}
