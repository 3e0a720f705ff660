-- Every event of a case waits for its place in the public log from the moment that it is stored, whoever stores it.
CREATE FUNCTION enter_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entry (event_id) VALUES (new.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_enters_ledger AFTER INSERT ON event FOR EACH ROW WHEN (new.stream LIKE 'case/%') EXECUTE FUNCTION enter_ledger();
--> statement-breakpoint
INSERT INTO ledger_entry (event_id) SELECT id FROM event WHERE stream LIKE 'case/%';
--> statement-breakpoint
INSERT INTO ledger_state (id, size, origin) VALUES (1, 0, '');
--> statement-breakpoint
CREATE FUNCTION refuse_unsigning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was signed of the ledger stays as it is';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoint_append_only BEFORE UPDATE OR DELETE ON ledger_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_unsigning();
