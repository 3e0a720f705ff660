CREATE TABLE "list_follower" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"lang" text NOT NULL,
	"query" text NOT NULL,
	"rhythm" text NOT NULL,
	"owner" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"email" text NOT NULL,
	"email_index" text NOT NULL,
	"after_id" bigint NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"next_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "follower" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "bottleneck" text;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "technology" text;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "facets" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "list_follower_list" ON "list_follower" USING btree ("email_index","query","lang");--> statement-breakpoint
CREATE INDEX "list_follower_next" ON "list_follower" USING btree ("next_at","id");--> statement-breakpoint
CREATE INDEX "list_follower_created" ON "list_follower" USING btree ("confirmed_at","created_at");
--> statement-breakpoint
-- Long texts stand outside of the rows, so that many short ones are read at once.
ALTER TABLE publication SET (toast_tuple_target = 512);
--> statement-breakpoint
UPDATE publication SET bottleneck = c.bottleneck, technology = nullif(c.details ->> 'technology', '') FROM case_file c WHERE c.id = publication.case_id;
--> statement-breakpoint
UPDATE publication SET facets = concat_ws(' ',
  'đk' || kind,
  'đs' || replace(status, '_', 'x'),
  'đf' || replace(replace(field, '-', 'x'), '.', 'x'),
  'đb' || replace(replace(bottleneck, '-', 'x'), '.', 'x'),
  'đt' || replace(replace(technology, '-', 'x'), '.', 'x'),
  'đa' || agency_id,
  'đp' || province_code,
  'đc' || commune_code,
  case when answered_at is not null and updated_at >= answered_at and (disagreement or status <> 'disputed')
    then 'đo' || replace(outcome_kind, '_', 'x') end,
  'đl' || rating_level,
  case when rating_solved is null then null when rating_solved then 'đv1' else 'đv0' end,
  'đy' || substr(received_on, 1, 4),
  'đm' || replace(substr(received_on, 1, 7), '-', ''),
  'đd' || replace(received_on, '-', ''));
--> statement-breakpoint
-- The words of filters stand beside those of the text in one index.
ALTER TABLE publication DROP COLUMN search_vector;
--> statement-breakpoint
ALTER TABLE publication ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search || ' ' || facets)) STORED;
--> statement-breakpoint
CREATE INDEX publication_search_vector ON publication USING gin (search_vector);
--> statement-breakpoint
-- Who got mail before an address had to be confirmed goes on getting it.
UPDATE follower SET confirmed_at = created_at WHERE email IS NOT NULL;
