import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/button.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { TextField } from "../../../components/field.tsx";
import type { ShownSet } from "../../../http/rules-page.ts";
import type { ShownRehearsal } from "../../../http/rules-rehearsal.ts";

/** Runs a version over the cases of the past and lists exactly those that would be elsewhere. */
export function RehearsalPanel({ set, rehearsal, rules }: { set: ShownSet; rehearsal: ShownRehearsal; rules: number }) {
  const { t } = useTranslation("routing");
  const open = set.state === "draft" || set.state === "proposed";
  return (
    <section aria-labelledby="rehearsal">
      <h2 id="rehearsal">{t("rehearsal.title")}</h2>
      <p className="muted">{t("rehearsal.text")}</p>
      {rules > 0 && (
        <form method={open ? "post" : "get"} noValidate>
          {open && <input type="hidden" name="_act" value="rehearse" />}
          {open && <input type="hidden" name="version" value={set.version} />}
          <TextField
            name="last"
            label={t("rehearsal.last")}
            width="short"
            inputMode="numeric"
            defaultValue={String(rehearsal?.last ?? 1000)}
          />
          <Button variant="secondary">{t("rehearsal.run")}</Button>
        </form>
      )}
      {rehearsal && (
        <>
          <p role="status">
            {t("rehearsal.result", {
              looked: rehearsal.looked,
              matched: rehearsal.matched,
              moved: rehearsal.moved.length,
            })}
          </p>
          {rehearsal.moved.length > 0 && (
            <DataTable
              label={t("rehearsal.moved")}
              rows={rehearsal.moved}
              rowKey={(row) => row.code}
              columns={[
                {
                  key: "code",
                  header: t("rehearsal.code"),
                  rowHeader: true,
                  nowrap: true,
                  cell: (row) => <Link to={`/office/cases/${row.code}`}>{row.code}</Link>,
                },
                { key: "from", header: t("rehearsal.from"), cell: (row) => row.from },
                { key: "to", header: t("rehearsal.to"), cell: (row) => row.to },
                { key: "rule", header: t("rehearsal.rule"), align: "end", cell: (row) => row.rule },
              ]}
            />
          )}
        </>
      )}
    </section>
  );
}
