import { useTranslation } from "react-i18next";
import { SelectField, TextArea, TextField } from "../../../components/field.tsx";
import { type CaseworkName, caseworkNames } from "../../../domain/casework-names.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { Folded } from "./folded.tsx";
import { AgencyField } from "./agency-field.tsx";
import { attentionActs, MentionField } from "./attention-box.tsx";
import { RefusedAlike } from "./earlier-refusals.tsx";
import { CollectiveFields } from "./collective-fields.tsx";
import { DeclineFields } from "./decline-fields.tsx";
import { AskedExtension, AskExtensionFields } from "./extension-fields.tsx";
import { UnpublishFields } from "./unpublish-fields.tsx";
import { useFormWords } from "./form-words.ts";
import { Duplicates, Suggested } from "./suggestions.tsx";
import { TemplatePicker } from "./template-picker.tsx";

/** Acts that have a place of their own on the page. */
const elsewhere: readonly CaseworkName[] = [
  "approve",
  "return",
  "answer",
  "draft",
  "mark-points",
  "consult",
  "answer-consult",
  "withdraw-consult",
  "keep-commitment",
  "move-commitment",
  "hand-task",
  "withdraw-task",
  "propose-publication",
  "publish",
  "return-publication",
  "decide-mask",
  "translate",
  "approve-translation",
  "return-translation",
  "reveal",
  "request-identity",
  ...attentionActs,
];
/** Acts that need nothing but the decision. */
const bare: readonly CaseworkName[] = ["undo", "accept", "release", "reroute"];

/** What comes too late once the promised day is over. */
const extending: readonly CaseworkName[] = ["ask-extension", "extend"];

/** What a case waits for from whoever may do it. */
const awaited: readonly CaseworkName[] = ["arbitrate", "extend"];

/** What this person may do, but has nothing to do it to. */
function pointless({ collective, wall, standing, routing }: ActProps["page"]): readonly CaseworkName[] {
  return [
    ...(collective.links.length === 0 ? (["unlink"] as const) : []),
    ...(wall.units.length === 0 ? (["delegate"] as const) : []),
    ...(wall.conflicts.every(({ liftedAt }) => liftedAt !== null) ? (["lift-conflict"] as const) : []),
    ...(standing.kind === "late" ? extending : []),
    ...(routing.ruled ? [] : (["reroute"] as const)),
  ];
}

/** Exactly the acts that this person may do on this case now. */
export function Moves({ page, state }: ActProps) {
  const { t } = useTranslation("office");
  const left = [...elsewhere, ...pointless(page)];
  const offered = caseworkNames.filter((act) => page.acts.includes(act) && !left.includes(act));
  const folded = offered.filter((act) => !bare.includes(act));
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{t("moves.title")}</h2>
      {bare
        .filter((act) => offered.includes(act))
        .map((act) => (
          <div className="field" key={act}>
            <p>{t(`hint.${act}`)}</p>
            <ActForm act={act} page={page} state={state} look={act === "reroute" ? "secondary" : "primary"} />
          </div>
        ))}
      {folded.length > 0 && (
        <div className="moves">
          {folded.map((act, index) => (
            <Folded
              key={act}
              id={`act-${act}`}
              summary={t(`act.${act}`)}
              open={state ? state.form === act : awaited.includes(act) || (index === 0 && act === "assign")}
            >
              <p className="muted">{t(`hint.${act}`)}</p>
              <ActForm
                act={act}
                page={page}
                state={state}
                look={act === "decline" || act === "unpublish" ? "danger" : "primary"}
              >
                <Fields act={act} page={page} state={state} />
              </ActForm>
            </Folded>
          ))}
        </div>
      )}
    </section>
  );
}

function Fields({ act, page, state }: ActProps & { act: CaseworkName }) {
  const { field } = useFormWords(act, state);
  switch (act) {
    case "assign":
      return (
        <>
          <RefusedAlike page={page} />
          <Suggested choices={page.suggestions?.agencyId ?? []} name="agencyId" act="assign" />
          <AgencyField {...field("agencyId")} typed={state?.form === act ? state.values : {}} groups={page.agencies} />
          <TextArea {...field("note")} rows={3} optional />
        </>
      );
    case "arbitrate":
      return (
        <>
          <AgencyField {...field("agencyId")} typed={state?.form === act ? state.values : {}} groups={page.agencies} />
          <TextArea {...field("reason")} rows={4} />
        </>
      );
    case "classify":
      return (
        <>
          <TextField {...field("title", page.title)} lang={page.lang} maxLength={150} />
          <Suggested choices={page.suggestions?.field ?? []} name="field" act="classify" />
          <SelectField {...field("field", page.fieldCode)} options={page.fields} optional width="full" />
          <Suggested choices={page.suggestions?.bottleneck ?? []} name="bottleneck" act="classify" />
          <SelectField {...field("bottleneck", page.bottleneckCode)} options={page.bottlenecks} optional width="full" />
        </>
      );
    case "ask-extension":
      return <AskExtensionFields page={page} state={state} />;
    case "extend":
      return <AskedExtension page={page} />;
    case "refuse-extension":
      return <TextArea {...field("reason")} rows={3} />;
    case "ask":
      return (
        <>
          <TemplatePicker page={page} state={state} purpose="ask" />
          <TextArea {...field("question")} rows={5} />
        </>
      );
    case "merge":
      return (
        <>
          <Duplicates duplicates={page.suggestions?.duplicates ?? []} />
          <TextField {...field("leadCode")} width="short" autoComplete="off" spellCheck={false} />
        </>
      );
    case "refuse":
      return (
        <>
          <TextArea {...field("reason")} rows={4} />
          <AgencyField
            {...field("competentId")}
            typed={state?.form === act ? state.values : {}}
            groups={page.agencies}
          />
          <TextField {...field("competentBody")} />
          <TextField {...field("ground")} />
        </>
      );
    case "decline":
      return <DeclineFields page={page} state={state} />;
    case "note":
      return (
        <>
          <TemplatePicker page={page} state={state} purpose="note" />
          <TextArea {...field("note")} rows={4} />
          <MentionField page={page} state={state} />
        </>
      );
    case "unpublish":
      return <UnpublishFields state={state} />;
    default:
      return <CollectiveFields act={act} page={page} state={state} />;
  }
}
