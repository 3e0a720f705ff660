import { Facts, factsText, Paragraph, SubmitterLetter, submitterText } from "./layout.tsx";
import { defineMail } from "./mail.tsx";

const facts = ["code", "decideBy"] as const;

/** The submitter disputes the answer; somebody who had no part in it decides. Mails that wait from before the day was told have none. */
export const disputeReceived = defineMail("dispute-received", {
  to: "reporter",
  params: ["code"],
  optional: ["decideBy"],
  Html: ({ letter }) => (
    <SubmitterLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Facts letter={letter} names={facts} />
      <Paragraph>{letter.say("next")}</Paragraph>
    </SubmitterLetter>
  ),
  text: (letter) => submitterText(letter, [letter.say("happened"), factsText(letter, facts), letter.say("next")]),
});
