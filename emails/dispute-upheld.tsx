import { Facts, factsText, Paragraph, SubmitterLetter, submitterText } from "./layout.tsx";
import { defineMail } from "./mail.tsx";

const facts = ["code"] as const;

/** The answer stands; the reason is on the page of the case. */
export const disputeUpheld = defineMail("dispute-upheld", {
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
