ALTER TABLE "publication" ADD COLUMN "readiness" integer;--> statement-breakpoint
UPDATE publication SET readiness = (SELECT (details ->> 'readiness')::integer FROM case_file WHERE case_file.id = publication.case_id)
WHERE kind = 'initiative' AND EXISTS (SELECT 1 FROM case_file WHERE case_file.id = publication.case_id AND details ->> 'readiness' ~ '^[1-9]$');
