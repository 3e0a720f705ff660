-- Words are folded by the app (app/domain/text.ts); PostgreSQL indexes them as they are.
ALTER TABLE publication ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search)) STORED;
--> statement-breakpoint
CREATE INDEX publication_search_vector ON publication USING gin (search_vector);
--> statement-breakpoint
ALTER TABLE case_file ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search)) STORED;
--> statement-breakpoint
CREATE INDEX case_file_search_vector ON case_file USING gin (search_vector);
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event table is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
