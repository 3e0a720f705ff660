import { useTranslation } from "react-i18next";
import type { IconName } from "../../../components/icon.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { Timeline } from "../../../components/timeline.tsx";
import type { CasePage, HistoryEntry } from "../../../http/case-page.ts";

const icons: Readonly<Record<string, IconName>> = {
  submit: "inbox",
  ask: "chat",
  reply: "chat",
  assign: "arrow-right",
  accept: "check",
  refuse: "undo",
  answer: "send",
  approve: "check-circle",
  return: "undo",
  decline: "cross",
  merge: "merge",
  withdraw: "undo",
  publish: "file",
  classify: "pencil",
};

/** Everything that happened to a case and everything said on it, newest last. */
export function History({ page }: { page: CasePage }) {
  const { t } = useTranslation(["office", "domain", "walls"]);
  return (
    <Timeline
      label={t("history.title")}
      events={page.history.map((entry) => ({
        id: entry.id,
        at: entry.at,
        icon: icons[entry.type] ?? "dot",
        title: <EventTitle entry={entry} />,
        actor: [actorWords(entry, t), behalfOf(page, entry, t)].filter(Boolean).join(", "),
        audience: entry.audience,
        body: entry.text && (
          <>
            {entry.inside && <p className="muted">{t("history.note")}</p>}
            <LangText text={entry.text.body} lang={entry.text.lang} />
          </>
        ),
      }))}
    />
  );
}

function EventTitle({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation("domain");
  const more =
    entry.toAgency ??
    entry.toPerson ??
    (entry.reasonCode && t(`decline.${entry.reasonCode}`)) ??
    (entry.level && t(`rating.${entry.level}`));
  const title = t(`event.${entry.told}`);
  return more ? `${title}: ${more}` : title;
}

/** For whom somebody signed who stood in for them. */
function behalfOf(page: CasePage, { id }: HistoryEntry, t: (key: string, words: { name: string }) => string): string {
  const name = page.wall.behalf[id];
  return name === undefined ? "" : t("walls:onBehalf", { name });
}

function actorWords(entry: HistoryEntry, t: (key: string) => string): string {
  if (entry.by === "staff") return [entry.person, entry.agency].filter(Boolean).join(", ");
  return t(`history.${entry.by}`);
}
