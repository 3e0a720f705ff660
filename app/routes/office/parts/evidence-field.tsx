import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { FileField } from "../../../components/field.tsx";
import type { CasePage } from "../../../http/case-page.ts";
import type { RefusedEvidence } from "../../../http/evidence-form.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { fieldId } from "./form-words.ts";

/** Files as evidence of an answer: choosing them, and those that wait for its approval. */
export function EvidenceField({ page, refused }: { page: CasePage; refused: readonly RefusedEvidence[] }) {
  const { t } = useTranslation("evidence");
  const { t: files } = useTranslation("attachments");
  const why = ({ name, rule }: RefusedEvidence) =>
    `${name}: ${files([`refusal.${rule}`, `problem.${rule}`, "problem.unavailable"])}`;
  return (
    <div className="stack">
      <FileField
        name="attachments"
        id={fieldId("answer", "attachments")}
        label={t("choose")}
        hint={t("hint")}
        error={refused.map(why).join(" ") || undefined}
        optional
        multiple
        accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.mp4"
      />
      <p>
        <Button variant="secondary" name="attach" value="yes">
          {t("attach")}
        </Button>
      </p>
      <EvidenceList page={page} files={page.evidence.filter(({ waiting }) => waiting)} removable />
    </div>
  );
}
