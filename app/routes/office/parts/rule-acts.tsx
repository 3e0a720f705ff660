import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Button } from "../../../components/button.tsx";
import { TextArea } from "../../../components/field.tsx";
import type { ShownRule, ShownSet } from "../../../http/rules-page.ts";
import { type RuleFormState, useRuleWords } from "./rule-field-words.ts";

function Ref({ act, set }: { act: string; set: ShownSet }) {
  return (
    <>
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="version" value={set.version} />
    </>
  );
}

/** Change, up, down, remove: one rule of a draft. */
export function ArrangeForms({ set, rule, of }: { set: ShownSet; rule: ShownRule; of: number }) {
  const { t } = useTranslation("routing");
  const name = t("ruleNo", { rule: rule.position, name: rule.name });
  const changes = (["up", "down", "remove"] as const).filter(
    (change) => !(change === "up" && rule.position === 1) && !(change === "down" && rule.position === of),
  );
  return (
    <form method="post" className="cluster">
      <Ref act="arrange" set={set} />
      <input type="hidden" name="position" value={rule.position} />
      <Link to={`/office/rules/${set.id}/edit?rule=${rule.position}`}>
        {t("edit")}
        <span className="visually-hidden"> {name}</span>
      </Link>
      {changes.map((change) => (
        <Button key={change} variant="quiet" name="change" value={change}>
          {t(`arrange.${change}`)}
          <span className="visually-hidden"> {name}</span>
        </Button>
      ))}
    </form>
  );
}

/** Says that a draft is ready, and why. */
export function ProposeForm({ set, state }: { set: ShownSet; state: (RuleFormState & { form: string }) | null }) {
  const { t } = useTranslation("routing");
  const { field } = useRuleWords(state?.form === "propose" ? state : null);
  return (
    <section aria-labelledby="propose">
      <h2 id="propose">{t("propose.title")}</h2>
      <p className="muted">{t("propose.text")}</p>
      <form method="post" noValidate>
        <Ref act="propose" set={set} />
        <TextArea {...field("reason")} rows={3} />
        <Button>{t("propose.button")}</Button>
      </form>
    </section>
  );
}

/** Switch on, take back into work, give up: as far as the state allows. */
export function SetActs({ set, own, rehearses }: { set: ShownSet; own: boolean; rehearses: boolean }) {
  const { t } = useTranslation("routing");
  if (set.state !== "draft" && set.state !== "proposed") return null;
  return (
    <section aria-labelledby="set-acts">
      <h2 id="set-acts">{t("acts.title")}</h2>
      {set.state === "proposed" && own && <p>{t("acts.own")}</p>}
      {set.state === "proposed" && !own && set.rehearsedAt === null && (
        <p>
          {t("acts.notRehearsed")} {rehearses && <a href="#rehearsal">{t("rehearsal.title")}</a>}
        </p>
      )}
      {set.state === "proposed" && !own && set.rehearsedAt !== null && (
        <form method="post" className="field">
          <Ref act="switch" set={set} />
          <p>{t("acts.switchHint")}</p>
          <Button>{t("acts.switch")}</Button>
        </form>
      )}
      <form method="post" className="cluster">
        <Ref act="withdraw" set={set} />
        {set.state === "proposed" && (
          <Button variant="secondary" name="to" value="draft">
            {t("acts.draft")}
          </Button>
        )}
        <Button variant="danger" name="to" value="discarded">
          {t("acts.discard")}
        </Button>
      </form>
    </section>
  );
}
