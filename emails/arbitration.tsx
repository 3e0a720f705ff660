import { Facts, factsText, Paragraph, SubmitterLetter, submitterText } from "./layout.tsx";
import { defineMail } from "./mail.tsx";

const facts = ["code", "dueOn"] as const;

/** Agencies do not agree whose the case is; the arbiter says it. Sent once. */
export const arbitration = defineMail("arbitration", {
  to: "reporter",
  params: facts,
  Html: ({ letter }) => (
    <SubmitterLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Facts letter={letter} names={facts} />
      <Paragraph>{letter.say("next")}</Paragraph>
    </SubmitterLetter>
  ),
  text: (letter) => submitterText(letter, [letter.say("happened"), factsText(letter, facts), letter.say("next")]),
});
