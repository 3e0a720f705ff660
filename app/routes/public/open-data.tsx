import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/data-table.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { fileSize } from "../../components/file-size.ts";
import { Notice } from "../../components/notice.tsx";
import { portalContext } from "../../http/context.ts";
import { openDataFiles } from "../../http/open-data.ts";
import { standingSet } from "../../http/open-data-answers.ts";
import type { Route } from "./+types/open-data";
import { PublicPage } from "./public-page.tsx";

/** What open data there is, as it stands now. */
export async function loader({ context }: Route.LoaderArgs) {
  const portal = context.get(portalContext);
  const set = await standingSet(portal);
  const made = set?.files ?? [];
  return {
    publicUrl: portal.env.PUBLIC_URL,
    madeAt: set ? new Date(set.madeAt) : null,
    files: openDataFiles.map(({ name, titleKey, aboutKey, columns }) => ({
      name,
      titleKey,
      aboutKey,
      columns,
      rows: made.find((file) => file.name === name)?.rows ?? null,
      bytes: {
        csv: made.find((file) => file.name === name && file.format === "csv")?.bytes ?? null,
        jsonl: made.find((file) => file.name === name && file.format === "jsonl")?.bytes ?? null,
      },
    })),
    sums: made.map(({ name, format, sha256 }) => `${sha256}  ${name}.${format}`),
  };
}

export function headers() {
  return { "Cache-Control": "no-cache" };
}

type Shown = Route.ComponentProps["loaderData"];

/** The files, what is in them, how to read and check them, and on what terms they may be used. */
export default function OpenData({ loaderData: { publicUrl, madeAt, files, sums } }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("open-data");
  const { t: furniture } = useTranslation("furniture");
  const root = `${publicUrl}/open-data`;
  const commands = [
    `curl --compressed -O '${root}/cases.csv'`,
    `curl -O '${root}/SHA256SUMS'`,
    "sha256sum --ignore-missing --check SHA256SUMS",
  ];
  return (
    <PublicPage title={t("page.title")} description={t("page.lead")}>
      <h1>{t("page.title")}</h1>
      <p className="lead">{t("page.lead")}</p>
      <section>
        <h2>{t("page.filesTitle")}</h2>
        {madeAt ? (
          <p className="column">{t("page.madeAt", { time: dateWords(madeAt, "time", furniture) })}</p>
        ) : (
          <Notice>{t("page.renewing")}</Notice>
        )}
        <Files files={files} />
        <ul>
          <li>
            <a href="/open-data/manifest.json">{t("page.programs.manifest")}</a>
          </li>
          <li>
            <a href="/open-data/dictionary.json">{t("page.programs.dictionary")}</a>
          </li>
          {madeAt && (
            <li>
              <a href="/open-data/SHA256SUMS">{t("page.programs.sums")}</a>
            </li>
          )}
          <li>
            <a href={`/${i18n.language}/api`}>{t("page.programs.api")}</a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t("page.dictionaryTitle")}</h2>
        <p className="column">{t("page.dictionaryText")}</p>
        {files.map((file) => (
          <Columns key={file.name} file={file} />
        ))}
      </section>
      <Points title="page.readingTitle" points="page.reading" />
      <section className="column">
        <h2>{t("page.sumsTitle")}</h2>
        <p>{t("page.sumsText")}</p>
        {/* A box that scrolls has to be reachable by keyboard. */}
        <pre tabIndex={0} role="region" aria-label={t("page.sumsTitle")}>
          <code>{commands.join("\n")}</code>
        </pre>
        {sums.length > 0 && (
          <Disclosure summary={t("page.sumsList")}>
            <pre tabIndex={0} role="region" aria-label={t("page.sumsList")}>
              <code>{sums.join("\n")}</code>
            </pre>
          </Disclosure>
        )}
      </section>
      <Points title="page.termsTitle" points="page.terms" />
    </PublicPage>
  );
}

function Files({ files }: Pick<Shown, "files">) {
  const { t, i18n } = useTranslation("open-data");
  const link = (file: Shown["files"][number], format: "csv" | "jsonl", label: string) => (
    <>
      <a href={`/open-data/${file.name}.${format}`} download aria-label={`${label}: ${t(file.titleKey)}`}>
        {label}
      </a>
      {file.bytes[format] !== null && <span className="muted"> {fileSize(file.bytes[format], i18n.language)}</span>}
    </>
  );
  return (
    <DataTable
      cards
      label={t("page.filesTitle")}
      rows={files}
      rowKey={(file) => file.name}
      columns={[
        {
          key: "file",
          header: t("page.file"),
          rowHeader: true,
          cell: (file) => t(file.titleKey),
        },
        {
          key: "rows",
          header: t("page.rows"),
          align: "end",
          cell: (file) => (file.rows === null ? "" : new Intl.NumberFormat(i18n.language).format(file.rows)),
        },
        { key: "csv", header: "CSV", nowrap: true, cell: (file) => link(file, "csv", "CSV") },
        { key: "jsonl", header: "JSON Lines", nowrap: true, cell: (file) => link(file, "jsonl", "JSON Lines") },
      ]}
    />
  );
}

function Columns({ file }: { file: Shown["files"][number] }) {
  const { t } = useTranslation("open-data");
  return (
    <Disclosure
      summary={
        <>
          {t(file.titleKey)} (<code>{file.name}</code>)
        </>
      }
    >
      <p className="column">{t(file.aboutKey)}</p>
      <DataTable
        dense
        cards
        label={t(file.titleKey)}
        rows={file.columns}
        rowKey={(column) => column.name}
        columns={[
          {
            key: "name",
            header: t("page.column"),
            rowHeader: true,
            cell: (column) => <code>{column.name}</code>,
          },
          { key: "type", header: t("page.type"), nowrap: true, cell: (column) => t(`page.types.${column.type}`) },
          { key: "meaning", header: t("page.meaning"), cell: (column) => t(column.descriptionKey) },
        ]}
      />
    </Disclosure>
  );
}

function Points({ title, points }: { title: string; points: string }) {
  const { t } = useTranslation("open-data");
  const told: unknown = t(points, { returnObjects: true });
  return (
    <section className="column">
      <h2>{t(title)}</h2>
      <ul>
        {(Array.isArray(told) ? told.map(String) : []).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
