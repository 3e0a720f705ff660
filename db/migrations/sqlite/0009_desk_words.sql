-- Whoever looks for words at a desk asks of each case only whether it lies there (db/search.ts).
CREATE INDEX case_file_led ON case_file (agency_id) WHERE agency_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX case_file_unit ON case_file (unit_id) WHERE unit_id IS NOT NULL;
