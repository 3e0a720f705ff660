-- The texts of a publication wait for their place in the public log whenever they change; what hid the former ones in it
-- is destroyed in the same moment.
CREATE FUNCTION texts_enter_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = new.case_id AND salt IS NOT NULL;
  INSERT INTO ledger_wording (case_id) VALUES (new.case_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION texts_leave_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_wording SET salt = NULL WHERE case_id = old.case_id AND salt IS NOT NULL;
  DELETE FROM ledger_wording WHERE case_id = old.case_id AND log_index IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_enters_ledger AFTER INSERT ON publication FOR EACH ROW EXECUTE FUNCTION texts_enter_ledger();
--> statement-breakpoint
CREATE TRIGGER publication_reenters_ledger
AFTER UPDATE OF title_vi, title_en, question_vi, question_en, answer_vi, answer_en, outcome_vi, outcome_en ON publication
FOR EACH ROW WHEN (
  (old.title_vi, old.title_en, old.question_vi, old.question_en, old.answer_vi, old.answer_en, old.outcome_vi, old.outcome_en)
  IS DISTINCT FROM
  (new.title_vi, new.title_en, new.question_vi, new.question_en, new.answer_vi, new.answer_en, new.outcome_vi, new.outcome_en)
) EXECUTE FUNCTION texts_enter_ledger();
--> statement-breakpoint
CREATE TRIGGER publication_leaves_ledger AFTER DELETE ON publication FOR EACH ROW EXECUTE FUNCTION texts_leave_ledger();
--> statement-breakpoint
INSERT INTO ledger_wording (case_id) SELECT case_id FROM publication;
