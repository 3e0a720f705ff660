ALTER TABLE `publication` ADD `readiness` integer;--> statement-breakpoint
UPDATE publication SET readiness = (SELECT CAST(json_extract(details, '$.readiness') AS INTEGER) FROM case_file WHERE case_file.id = publication.case_id)
WHERE kind = 'initiative' AND EXISTS (SELECT 1 FROM case_file WHERE case_file.id = publication.case_id AND json_extract(details, '$.readiness') GLOB '[1-9]');
