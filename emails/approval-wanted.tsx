import { Facts, factsText, Link, officeCase, Paragraph, StaffLetter, staffText } from "./layout.tsx";
import { defineMail } from "./mail.tsx";

const facts = ["code", "dueOn"] as const;

/** An answer awaits the agency's leader. */
export const approvalWanted = defineMail("approval-wanted", {
  to: "staff",
  params: facts,
  Html: ({ letter }) => (
    <StaffLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Facts letter={letter} names={facts} />
      <Paragraph>{letter.say("next")}</Paragraph>
      <Link words={letter.shared("openOffice")} href={officeCase(letter)} />
    </StaffLetter>
  ),
  text: (letter) =>
    staffText(letter, [
      letter.say("happened"),
      factsText(letter, facts),
      letter.say("next"),
      `${letter.shared("openOffice")}\n${officeCase(letter)}`,
    ]),
});
