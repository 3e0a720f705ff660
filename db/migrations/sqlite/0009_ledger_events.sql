-- Every event of a case waits for its place in the public log from the moment that it is stored, whoever stores it.
CREATE TRIGGER event_enters_ledger AFTER INSERT ON event WHEN new.stream LIKE 'case/%' BEGIN
  INSERT INTO ledger_entry (event_id) VALUES (new.id);
END;
--> statement-breakpoint
INSERT INTO ledger_entry (event_id) SELECT id FROM event WHERE stream LIKE 'case/%';
--> statement-breakpoint
INSERT INTO ledger_state (id, size, origin) VALUES (1, 0, '');
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoint_no_update BEFORE UPDATE ON ledger_checkpoint BEGIN
  SELECT RAISE(ABORT, 'what was signed of the ledger stays as it is');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoint_no_delete BEFORE DELETE ON ledger_checkpoint BEGIN
  SELECT RAISE(ABORT, 'what was signed of the ledger stays as it is');
END;
