-- The texts of a publication wait for their place in the public log whenever they change; what hid the former ones in it
-- is destroyed in the same moment.
CREATE TRIGGER publication_enters_ledger AFTER INSERT ON publication BEGIN
  INSERT INTO ledger_wording (case_id) VALUES (new.case_id);
END;
--> statement-breakpoint
CREATE TRIGGER publication_reenters_ledger
AFTER UPDATE OF title_vi, title_en, question_vi, question_en, answer_vi, answer_en, outcome_vi, outcome_en ON publication
WHEN old.title_vi IS NOT new.title_vi OR old.title_en IS NOT new.title_en OR old.question_vi IS NOT new.question_vi
  OR old.question_en IS NOT new.question_en OR old.answer_vi IS NOT new.answer_vi OR old.answer_en IS NOT new.answer_en
  OR old.outcome_vi IS NOT new.outcome_vi OR old.outcome_en IS NOT new.outcome_en
BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = new.case_id AND salt IS NOT NULL;
  INSERT INTO ledger_wording (case_id) VALUES (new.case_id);
END;
--> statement-breakpoint
CREATE TRIGGER publication_leaves_ledger AFTER DELETE ON publication BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = old.case_id AND salt IS NOT NULL;
  DELETE FROM ledger_wording WHERE case_id = old.case_id AND log_index IS NULL;
END;
--> statement-breakpoint
INSERT INTO ledger_wording (case_id) SELECT case_id FROM publication;
