-- The blocks of 512, 4,096 and 32,768 numbers in which a row lies (db/row-blocks.ts).
CREATE FUNCTION row_blocks(id bigint) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT ARRAY[(id >> 9) * 4, (id >> 12) * 4 + 1, (id >> 15) * 4 + 2] $$;
--> statement-breakpoint
-- Blocks come first, so that each search begins at its block. Without the list of
-- what is still to be sorted in: every search would read through it.
CREATE INDEX publication_words ON publication USING gin (row_blocks(id), search_vector) WITH (fastupdate = off);
--> statement-breakpoint
CREATE INDEX case_file_words ON case_file USING gin (row_blocks(id), search_vector) WITH (fastupdate = off);
--> statement-breakpoint
DROP INDEX publication_search_vector;
--> statement-breakpoint
DROP INDEX case_file_search_vector;
