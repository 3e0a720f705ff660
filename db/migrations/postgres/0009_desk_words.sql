-- Words are also looked for at a desk: in the cases of one agency or unit (db/search.ts).
CREATE INDEX case_file_desk_words ON case_file USING gin (row_blocks(id), (ARRAY[agency_id, unit_id]), search_vector) WITH (fastupdate = off);
--> statement-breakpoint
DROP INDEX case_file_words;
