-- Words are folded by the app (app/domain/text.ts). The ascii tokenizer splits them at spaces only, so every letter of
-- every script is part of a word; deleted words leave the index at once, not at its next merge.
CREATE VIRTUAL TABLE publication_fts USING fts5(search, content='publication', content_rowid='id', tokenize='ascii', detail='none');
--> statement-breakpoint
INSERT INTO publication_fts(publication_fts, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER publication_fts_insert AFTER INSERT ON publication BEGIN
  INSERT INTO publication_fts(rowid, search) VALUES (new.id, new.search);
END;
--> statement-breakpoint
CREATE TRIGGER publication_fts_delete AFTER DELETE ON publication BEGIN
  INSERT INTO publication_fts(publication_fts, rowid, search) VALUES ('delete', old.id, old.search);
END;
--> statement-breakpoint
CREATE TRIGGER publication_fts_update AFTER UPDATE OF search ON publication WHEN old.search <> new.search BEGIN
  INSERT INTO publication_fts(publication_fts, rowid, search) VALUES ('delete', old.id, old.search);
  INSERT INTO publication_fts(rowid, search) VALUES (new.id, new.search);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE case_file_fts USING fts5(search, content='case_file', content_rowid='id', tokenize='ascii', detail='none');
--> statement-breakpoint
INSERT INTO case_file_fts(case_file_fts, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER case_file_fts_insert AFTER INSERT ON case_file BEGIN
  INSERT INTO case_file_fts(rowid, search) VALUES (new.id, new.search);
END;
--> statement-breakpoint
CREATE TRIGGER case_file_fts_delete AFTER DELETE ON case_file BEGIN
  INSERT INTO case_file_fts(case_file_fts, rowid, search) VALUES ('delete', old.id, old.search);
END;
--> statement-breakpoint
CREATE TRIGGER case_file_fts_update AFTER UPDATE OF search ON case_file WHEN old.search <> new.search BEGIN
  INSERT INTO case_file_fts(case_file_fts, rowid, search) VALUES ('delete', old.id, old.search);
  INSERT INTO case_file_fts(rowid, search) VALUES (new.id, new.search);
END;
--> statement-breakpoint
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the event table is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the event table is append-only');
END;
