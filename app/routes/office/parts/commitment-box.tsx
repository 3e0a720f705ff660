import { useTranslation } from "react-i18next";
import { Disclosure } from "../../../components/disclosure.tsx";
import { Dl } from "../../../components/dl.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import { Time } from "../../../components/time.tsx";
import { ActForm, type ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";

/** What the agency has promised in its answers, and what became of it. */
export function CommitmentBox({ page, state }: ActProps) {
  const { t } = useTranslation(["office", "answering"]);
  const keep = useFormWords("keep-commitment", state).field;
  const move = useFormWords("move-commitment", state).field;
  const { commitments } = page.answering;
  if (commitments.length === 0) return null;
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">{t("answering:commitment.title")}</h2>
      {commitments.map(({ id, what, owner, firstOn, promisedOn, state: standing, evidence, late }) => (
        <Dl
          key={id}
          look="stacked"
          pairs={[
            { label: t("answering:commitment.what"), value: what, lang: "vi" },
            { label: t("answering:commitment.owner"), value: owner, lang: "vi" },
            { label: t("answering:commitment.on"), value: <Time value={promisedOn} format="long" /> },
            {
              label: t("answering:commitment.first"),
              value: firstOn !== promisedOn && <Time value={firstOn} format="long" />,
            },
            {
              label: t("answering:commitment.standing"),
              value: t(late ? "answering:commitment.state.late" : `answering:commitment.state.${standing}`),
            },
            { label: t("answering:commitment.evidence"), value: evidence, lang: "vi" },
          ]}
        />
      ))}
      <div className="moves">
        {page.acts.includes("keep-commitment") && (
          <Disclosure
            id="act-keep-commitment"
            summary={t("act.keep-commitment")}
            open={state?.form === "keep-commitment"}
          >
            <ActForm act="keep-commitment" page={page} state={state}>
              <TextArea {...keep("evidence")} rows={3} lang="vi" />
            </ActForm>
          </Disclosure>
        )}
        {page.acts.includes("move-commitment") && (
          <Disclosure
            id="act-move-commitment"
            summary={t("act.move-commitment")}
            open={state?.form === "move-commitment"}
          >
            <ActForm act="move-commitment" page={page} state={state} look="secondary">
              <TextField {...move("promisedOn")} type="date" width="short" />
              <TextArea {...move("reason")} rows={3} lang="vi" />
            </ActForm>
          </Disclosure>
        )}
      </div>
    </section>
  );
}
