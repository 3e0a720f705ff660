import { Facts, factsText, Paragraph, SubmitterLetter, submitterText } from "./layout.tsx";
import { defineMail } from "./mail.tsx";

const facts = ["code"] as const;

/** The portal cannot take the case; why, and where to turn, stand in the case. */
export const declined = defineMail("declined", {
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
