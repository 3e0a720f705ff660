import { useTranslation } from "react-i18next";
import { dateWords } from "../../components/date-words.ts";
import { Dl } from "../../components/dl.tsx";
import { portalContext } from "../../http/context.ts";
import { listPublications } from "../../../db/publication-lists.ts";
import { latestCheckpoint } from "../../../db/ledger/checkpoints.ts";
import type { Route } from "./+types/ledger";
import { CommandBox } from "./command-box.tsx";
import { LedgerPicture } from "./ledger-picture.tsx";
import { PublicPage } from "./public-page.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { store, env } = context.get(portalContext);
  const latest = await latestCheckpoint(store.read);
  const newest = await listPublications(store.read, {}, { limit: 1 });
  return {
    /** A case for the example. */
    code: newest.items[0]?.code ?? "",
    publicUrl: env.PUBLIC_URL,
    minutes: Math.max(1, Math.round(env.LEDGER_CHECKPOINT_SECONDS / 60)),
    latest: latest && { number: latest.number, size: latest.size, at: latest.at, root: latest.root },
  };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

const steps = ["leaf", "root", "check"] as const;
const files = ["verify.mjs", "checkpoint", "keys"] as const;

/** The public log in one screen, for somebody who has never heard of one. */
export default function Ledger({ loaderData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("ledger");
  const { publicUrl, code, minutes, latest } = loaderData;
  return (
    <PublicPage title={t("title")} description={t("description")}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead", { count: minutes })}</p>
      <div className="ledger-steps">
        <LedgerPicture />
        <ol>
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`step.${step}.title`)}</strong> {t(`step.${step}.text`, { count: minutes })}
            </li>
          ))}
        </ol>
      </div>
      <div className="aside-right">
        <section>
          <h2>{t("how.title")}</h2>
          <p>{t("how.text")}</p>
          <CommandBox label={t("how.title")}>
            {`curl -O ${publicUrl}/ledger/verify.mjs\nnode verify.mjs get ${publicUrl} ledger ${code} --lang ${i18n.language}\nnode verify.mjs ledger --lang ${i18n.language}`}
          </CommandBox>
          <p>{t("how.keep")}</p>
          <p>
            {t("how.limits")} <a href={`/${i18n.language}/cases`}>{t("how.cases")}</a>
          </p>
        </section>
        <aside aria-labelledby="latest">
          <h2 id="latest">{t("latest.title")}</h2>
          {latest ? <Latest latest={latest} /> : <p>{t("latest.none")}</p>}
          <ul>
            {files.map((file) => (
              <li key={file}>
                <a href={`/ledger/${file}`}>{t(`file.${file === "verify.mjs" ? "verifier" : file}`)}</a>
              </li>
            ))}
            <li>
              <a href={`/${i18n.language}/open-data`}>{t("file.openData")}</a>
            </li>
          </ul>
        </aside>
      </div>
    </PublicPage>
  );
}

function Latest({ latest }: { latest: NonNullable<Route.ComponentProps["loaderData"]["latest"]> }) {
  const { t, i18n } = useTranslation("ledger");
  const { t: furniture } = useTranslation("furniture");
  return (
    <Dl
      look="stacked"
      pairs={[
        { label: t("latest.at"), value: dateWords(latest.at, "time", furniture) },
        { label: t("latest.number"), value: latest.number.toLocaleString(i18n.language) },
        { label: t("latest.size"), value: latest.size.toLocaleString(i18n.language) },
        { label: t("latest.root"), value: <span className="code">{latest.root}</span> },
      ]}
    />
  );
}
