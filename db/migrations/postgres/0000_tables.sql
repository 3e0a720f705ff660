CREATE TABLE "staff_absence" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"staff_id" bigint NOT NULL,
	"substitute_id" bigint NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "agency" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" bigint,
	"above" text DEFAULT '' NOT NULL,
	"succeeded" text DEFAULT '' NOT NULL,
	"successor_id" bigint,
	"commune_code" text,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"abbreviation" text NOT NULL,
	"province_code" text,
	"email" text,
	"search" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_name" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"agency_id" bigint NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"abbreviation" text NOT NULL,
	"valid_from" text NOT NULL,
	"applied" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_key" (
	"agency_id" bigint NOT NULL,
	"key" bigint NOT NULL,
	"answer_id" bigint NOT NULL,
	CONSTRAINT "answer_key_agency_id_key_answer_id_pk" PRIMARY KEY("agency_id","key","answer_id")
);
--> statement-breakpoint
CREATE TABLE "answer_print" (
	"answer_id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"agency_id" bigint NOT NULL,
	"sketch" text NOT NULL,
	"month" text NOT NULL,
	"standard" boolean NOT NULL,
	"template_id" bigint,
	"like_answer_id" bigint
);
--> statement-breakpoint
CREATE TABLE "answer_tally" (
	"month" text NOT NULL,
	"agency_id" bigint NOT NULL,
	"answers" integer NOT NULL,
	"standard" integer NOT NULL,
	CONSTRAINT "answer_tally_month_agency_id_pk" PRIMARY KEY("month","agency_id")
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"state" text NOT NULL,
	"body" text NOT NULL,
	"lang" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"agency_id" bigint NOT NULL,
	"drafted_by" bigint NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"points" jsonb,
	"acknowledged" jsonb,
	"approved_by" bigint,
	"approved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"staff_id" bigint NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "area_centre" (
	"area" text NOT NULL,
	"lat_e_6" integer NOT NULL,
	"long_e_6" integer NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"basis" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	CONSTRAINT "area_centre_area_valid_from_pk" PRIMARY KEY("area","valid_from")
);
--> statement-breakpoint
CREATE TABLE "attachment_share" (
	"case_id" bigint NOT NULL,
	"attachment_id" bigint NOT NULL,
	CONSTRAINT "attachment_share_case_id_attachment_id_pk" PRIMARY KEY("case_id","attachment_id")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"owner_hash" text NOT NULL,
	"case_id" bigint,
	"message_id" bigint,
	"evidence_by" bigint,
	"wrapped_key" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"received" integer NOT NULL,
	"sha256" text,
	"state" text NOT NULL,
	"refusal" text,
	"scan" text NOT NULL,
	"clean_size" integer,
	"clean_type" text,
	"place" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"check_after" timestamp (3) with time zone,
	"checks" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_item" (
	"batch_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	CONSTRAINT "batch_item_batch_id_case_id_pk" PRIMARY KEY("batch_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "batch" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"staff_id" bigint NOT NULL,
	"act" text NOT NULL,
	"input" jsonb NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"version" integer NOT NULL,
	"date" text NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "calendar_day_version_date_pk" PRIMARY KEY("version","date")
);
--> statement-breakpoint
CREATE TABLE "calendar_draft" (
	"date" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"basis" text NOT NULL,
	"staff_id" bigint NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"made_at" timestamp (3) with time zone,
	"source" text NOT NULL,
	"staff_id" bigint,
	"made_by" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_sender" (
	"campaign_id" bigint NOT NULL,
	"sender_hash" text NOT NULL,
	CONSTRAINT "campaign_sender_campaign_id_sender_hash_pk" PRIMARY KEY("campaign_id","sender_hash")
);
--> statement-breakpoint
CREATE TABLE "campaign" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"first_case_id" bigint NOT NULL,
	"letters" integer NOT NULL,
	"named" integer NOT NULL,
	"anonymous" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_author" (
	"case_id" bigint NOT NULL,
	"email_index" text NOT NULL,
	CONSTRAINT "case_author_case_id_email_index_pk" PRIMARY KEY("case_id","email_index")
);
--> statement-breakpoint
CREATE TABLE "case_burden" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"obstacle_class" text,
	"sector" text,
	"minutes_per_year" bigint,
	"money_per_year" bigint,
	"times_per_year" bigint,
	"affected_count" bigint
);
--> statement-breakpoint
CREATE TABLE "case_conflict" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"staff_id" bigint,
	"agency_id" bigint,
	"how" text NOT NULL,
	"reason" text,
	"by_id" bigint,
	"at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by_id" bigint,
	"lift_reason" text
);
--> statement-breakpoint
CREATE TABLE "case_consult" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"agency_id" bigint NOT NULL,
	"asked_by_agency_id" bigint NOT NULL,
	"asked_by" bigint NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"answer" text,
	"answered_by" bigint,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "case_key" (
	"key" bigint NOT NULL,
	"decided" boolean NOT NULL,
	"case_id" bigint NOT NULL,
	CONSTRAINT "case_key_key_decided_case_id_pk" PRIMARY KEY("key","decided","case_id")
);
--> statement-breakpoint
CREATE TABLE "case_link" (
	"first_id" bigint NOT NULL,
	"second_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_link_first_id_second_id_pk" PRIMARY KEY("first_id","second_id")
);
--> statement-breakpoint
CREATE TABLE "case_merge" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"into_id" bigint NOT NULL,
	"lead_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"before" jsonb NOT NULL,
	"publication" jsonb,
	"in_public" boolean NOT NULL,
	"answer_id" bigint
);
--> statement-breakpoint
CREATE TABLE "case_point" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"body" text,
	"until" text,
	"note" text,
	"marked_by" bigint NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_provision" (
	"case_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"document_key" text NOT NULL,
	"type" text,
	"number" text,
	"year" integer,
	"symbol" text,
	"name" text,
	"article" text,
	"clause" text,
	"point" text,
	"up_to" text,
	"typed" text NOT NULL,
	CONSTRAINT "case_provision_case_id_position_pk" PRIMARY KEY("case_id","position")
);
--> statement-breakpoint
CREATE TABLE "case_refusal" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"agency_id" bigint NOT NULL,
	"competent_id" bigint,
	"competent_name" text,
	"ground" jsonb NOT NULL,
	"message_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"field" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_file" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"resume_status" text,
	"lang" text NOT NULL,
	"text_lang" text DEFAULT 'vi' NOT NULL,
	"channel" text DEFAULT 'web' NOT NULL,
	"title" text NOT NULL,
	"content_sha256" text NOT NULL,
	"field" text,
	"bottleneck" text,
	"province_code" text,
	"commune_code" text,
	"address" text,
	"extent" text,
	"occurred_on" text,
	"lat_e_6" integer,
	"long_e_6" integer,
	"reporter_type" text NOT NULL,
	"identity_hidden" boolean DEFAULT false NOT NULL,
	"identity_erased_at" timestamp (3) with time zone,
	"clerk_id" bigint,
	"publish_consent" boolean NOT NULL,
	"held_reason" text,
	"agency_id" bigint,
	"unit_id" bigint,
	"unit_due_at" timestamp (3) with time zone,
	"unit_approves" boolean DEFAULT false NOT NULL,
	"walled_off" text,
	"asked_of" text,
	"owner_id" bigint,
	"level" text DEFAULT 'normal' NOT NULL,
	"refusals" integer NOT NULL,
	"arbiter_since" timestamp (3) with time zone,
	"binding" boolean DEFAULT false NOT NULL,
	"snoozed_until" timestamp (3) with time zone,
	"heard_at" timestamp (3) with time zone,
	"secret_hash" text NOT NULL,
	"secret_key_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"rule_id" bigint NOT NULL,
	"calendar_version" integer NOT NULL,
	"triage_due_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"extended_units" integer DEFAULT 0 NOT NULL,
	"held_since" timestamp (3) with time zone,
	"allowance_due_at" timestamp (3) with time zone,
	"warned" integer DEFAULT 0 NOT NULL,
	"warn_at" timestamp (3) with time zone,
	"extension_asked_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"paused_units" integer NOT NULL,
	"wait_until" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"close_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"first_answered_at" timestamp (3) with time zone,
	"first_closed_at" timestamp (3) with time zone,
	"round" integer DEFAULT 1 NOT NULL,
	"disputed_at" timestamp (3) with time zone,
	"dispute_due_at" timestamp (3) with time zone,
	"merged_into_id" bigint,
	"merged_at" timestamp (3) with time zone,
	"parent_id" bigint,
	"open_parts" integer DEFAULT 0 NOT NULL,
	"published" boolean NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"details" jsonb NOT NULL,
	"search" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "co_author" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"draft_id" bigint NOT NULL,
	"code_hash" text NOT NULL,
	"state" text NOT NULL,
	"share" integer NOT NULL,
	"lang" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"body" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "collective_task" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"lead_id" bigint NOT NULL,
	"campaign_id" bigint,
	"answer_id" bigint,
	"staff_id" bigint,
	"after_id" bigint DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "commitment" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"answer_id" bigint NOT NULL,
	"agency_id" bigint NOT NULL,
	"owner" text NOT NULL,
	"what" text NOT NULL,
	"first_on" text NOT NULL,
	"promised_on" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"evidence" text,
	"settled_by" bigint,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "commune" (
	"code" text PRIMARY KEY NOT NULL,
	"province_code" text NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "contact_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"contact_id" bigint NOT NULL,
	"wrapped_key" text NOT NULL,
	"email" text NOT NULL,
	"email_index" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contact_session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"contact_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"email_index" text,
	"wrapped_key" text NOT NULL,
	"email" text,
	"lang" text NOT NULL,
	"wish" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"name" text NOT NULL,
	"key" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counter_name_key_pk" PRIMARY KEY("name","key")
);
--> statement-breakpoint
CREATE TABLE "deadline_rule" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"step" text NOT NULL,
	"case_kind" text,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"basis_vi" text NOT NULL,
	"basis_en" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "dispute" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"round" integer NOT NULL,
	"ground" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"noted_at" timestamp (3) with time zone,
	"decision" text,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "done_act" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"version" integer NOT NULL,
	"staff_id" bigint NOT NULL,
	"act" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"before" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_case" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"dossier_id" bigint NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"owner_hash" text NOT NULL,
	"filing_key" text NOT NULL,
	"size" integer NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"wrapped_key" text NOT NULL,
	"body" text NOT NULL,
	"body_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "draft_key" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"draft_id" bigint NOT NULL,
	"holder" text NOT NULL,
	"role" text DEFAULT 'send' NOT NULL,
	"member" integer,
	"opened_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"body" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" bigint,
	"actor_name" text NOT NULL,
	"agency_id" bigint,
	"agency_vi" text NOT NULL,
	"agency_en" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"seen_by" text NOT NULL,
	"data" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "extension_budget" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"agency_id" bigint,
	"per_year" integer NOT NULL,
	"per_case" integer NOT NULL,
	"basis_vi" text NOT NULL,
	"basis_en" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "extension" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"agency_id" bigint NOT NULL,
	"units" integer NOT NULL,
	"state" text NOT NULL,
	"message_id" bigint NOT NULL,
	"asked_by" bigint NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone,
	"due_before" timestamp (3) with time zone,
	"due_after" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "follower_news" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"mail" text NOT NULL,
	"params" jsonb NOT NULL,
	"after_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follower" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"case_id" bigint NOT NULL,
	"lang" text NOT NULL,
	"secret_hash" text NOT NULL,
	"secret_key_id" text NOT NULL,
	"session_hash" text NOT NULL,
	"wrapped_key" text,
	"email" text,
	"email_index" text,
	"counted" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_receipt" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"wrapped_key" text NOT NULL,
	"body" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"session_hash" text NOT NULL,
	"body_hash" text NOT NULL,
	"case_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_act" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"case_id" bigint,
	"staff_id" bigint,
	"actor_name" text NOT NULL,
	"agency_vi" text NOT NULL,
	"agency_en" text NOT NULL,
	"message_id" bigint,
	"until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "identity_request" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"state" text NOT NULL,
	"reason_id" bigint NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" bigint,
	"decision_id" bigint,
	"decided_at" timestamp (3) with time zone,
	"granted_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "law" (
	"key" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"number" text NOT NULL,
	"year" integer,
	"symbol" text,
	"name" text,
	"name_key" text,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"replaced_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_key" (
	"key" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	CONSTRAINT "letter_key_key_case_id_pk" PRIMARY KEY("key","case_id")
);
--> statement-breakpoint
CREATE TABLE "letter_print" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"sketch" text NOT NULL,
	"grouped" boolean NOT NULL,
	"campaign_id" bigint
);
--> statement-breakpoint
CREATE TABLE "mailed_link" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"email_index" text NOT NULL,
	"wrapped_key" text,
	"email" text,
	"case_id" bigint,
	"change_id" bigint,
	"lang" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"lang" text NOT NULL,
	"seen_by" text NOT NULL,
	"author_name" text NOT NULL,
	"agency_vi" text NOT NULL,
	"agency_en" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"staff_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"actor_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "open311_request" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"token_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"mail" text NOT NULL,
	"lang" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_id" bigint NOT NULL,
	"params" jsonb NOT NULL,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"done_act_id" bigint
);
--> statement-breakpoint
CREATE TABLE "place_name" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"commune_code" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"former" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"case_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"typing" boolean NOT NULL,
	CONSTRAINT "presence_case_id_staff_id_pk" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "province" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"full_name_vi" text NOT NULL,
	"full_name_en" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"field" text,
	"province_code" text,
	"commune_code" text,
	"agency_id" bigint,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"question_vi" text NOT NULL,
	"question_en" text NOT NULL,
	"answer_vi" text,
	"answer_en" text,
	"outcome_kind" text,
	"outcome_vi" jsonb,
	"outcome_en" jsonb,
	"lang" text NOT NULL,
	"received_on" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"rating_level" integer,
	"rating_solved" boolean,
	"disagreement" boolean DEFAULT false NOT NULL,
	"followers" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"search" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"case_id" bigint NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"level" integer NOT NULL,
	"solved" boolean NOT NULL,
	"comment" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rating_case_id_round_pk" PRIMARY KEY("case_id","round")
);
--> statement-breakpoint
CREATE TABLE "reporter" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"wrapped_key" text NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"tax_code" text,
	"co_authors" text,
	"email_index" text
);
--> statement-breakpoint
CREATE TABLE "route_proposal" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"set_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"agency_id" bigint NOT NULL,
	"field" text,
	"level" text,
	"auto" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_rule" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"set_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"target" text NOT NULL,
	"agency_id" bigint,
	"department" text,
	"field" text,
	"level" text,
	"mode" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_set" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"author_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"proposed_at" timestamp (3) with time zone,
	"rehearsed_at" timestamp (3) with time zone,
	"activated_by" bigint,
	"activated_at" timestamp (3) with time zone,
	"replaced_id" bigint,
	"ended_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"audience" text NOT NULL,
	"staff_id" bigint NOT NULL,
	"agency_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"staff_id" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"agency_id" bigint NOT NULL,
	"lang" text NOT NULL,
	"password_hash" text,
	"activation_hash" text,
	"activation_expires_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"shortcuts" text DEFAULT 'on' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_law" (
	"template_id" bigint NOT NULL,
	"law_key" text NOT NULL,
	CONSTRAINT "template_law_template_id_law_key_pk" PRIMARY KEY("template_id","law_key")
);
--> statement-breakpoint
CREATE TABLE "template_use" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"template_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"purpose" text NOT NULL,
	"agency_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"filled" text NOT NULL,
	"kept" integer,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"agency_id" bigint,
	"title" text NOT NULL,
	"body_vi" text NOT NULL,
	"body_en" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"fields" jsonb NOT NULL,
	"agencies" jsonb NOT NULL,
	"valid_to" text,
	"ended_at" timestamp (3) with time zone,
	"changed_by" bigint NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term" (
	"vocabulary" text NOT NULL,
	"code" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL,
	"basis" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	CONSTRAINT "term_vocabulary_code_pk" PRIMARY KEY("vocabulary","code")
);
--> statement-breakpoint
CREATE TABLE "warning_step" (
	"position" integer NOT NULL,
	"after_days" integer NOT NULL,
	"tells" text NOT NULL,
	"basis_vi" text NOT NULL,
	"basis_en" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	CONSTRAINT "warning_step_position_valid_from_pk" PRIMARY KEY("position","valid_from")
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"case_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "watch_case_id_staff_id_pk" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "staff_absence" ADD CONSTRAINT "staff_absence_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_absence" ADD CONSTRAINT "staff_absence_substitute_id_staff_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_name" ADD CONSTRAINT "agency_name_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_key" ADD CONSTRAINT "answer_key_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_key" ADD CONSTRAINT "answer_key_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_print" ADD CONSTRAINT "answer_print_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_print" ADD CONSTRAINT "answer_print_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_print" ADD CONSTRAINT "answer_print_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_tally" ADD CONSTRAINT "answer_tally_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_share" ADD CONSTRAINT "attachment_share_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_share" ADD CONSTRAINT "attachment_share_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_batch_id_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch" ADD CONSTRAINT "batch_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_draft" ADD CONSTRAINT "calendar_draft_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_version" ADD CONSTRAINT "calendar_version_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sender" ADD CONSTRAINT "campaign_sender_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_first_case_id_case_file_id_fk" FOREIGN KEY ("first_case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_author" ADD CONSTRAINT "case_author_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_burden" ADD CONSTRAINT "case_burden_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_conflict" ADD CONSTRAINT "case_conflict_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_conflict" ADD CONSTRAINT "case_conflict_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_conflict" ADD CONSTRAINT "case_conflict_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_conflict" ADD CONSTRAINT "case_conflict_by_id_staff_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_conflict" ADD CONSTRAINT "case_conflict_lifted_by_id_staff_id_fk" FOREIGN KEY ("lifted_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_consult" ADD CONSTRAINT "case_consult_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_consult" ADD CONSTRAINT "case_consult_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_consult" ADD CONSTRAINT "case_consult_asked_by_agency_id_agency_id_fk" FOREIGN KEY ("asked_by_agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_consult" ADD CONSTRAINT "case_consult_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_consult" ADD CONSTRAINT "case_consult_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_key" ADD CONSTRAINT "case_key_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_first_id_case_file_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_second_id_case_file_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_into_id_case_file_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_lead_id_case_file_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_point" ADD CONSTRAINT "case_point_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_point" ADD CONSTRAINT "case_point_marked_by_staff_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_provision" ADD CONSTRAINT "case_provision_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_refusal" ADD CONSTRAINT "case_refusal_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_refusal" ADD CONSTRAINT "case_refusal_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_refusal" ADD CONSTRAINT "case_refusal_competent_id_agency_id_fk" FOREIGN KEY ("competent_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_refusal" ADD CONSTRAINT "case_refusal_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_clerk_id_staff_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_unit_id_agency_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_rule_id_deadline_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."deadline_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_author" ADD CONSTRAINT "co_author_draft_id_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collective_task" ADD CONSTRAINT "collective_task_lead_id_case_file_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collective_task" ADD CONSTRAINT "collective_task_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collective_task" ADD CONSTRAINT "collective_task_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_change" ADD CONSTRAINT "contact_change_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_session" ADD CONSTRAINT "contact_session_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "done_act" ADD CONSTRAINT "done_act_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "done_act" ADD CONSTRAINT "done_act_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_case" ADD CONSTRAINT "dossier_case_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_case" ADD CONSTRAINT "dossier_case_dossier_id_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_key" ADD CONSTRAINT "draft_key_draft_id_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_budget" ADD CONSTRAINT "extension_budget_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follower_news" ADD CONSTRAINT "follower_news_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follower" ADD CONSTRAINT "follower_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_act" ADD CONSTRAINT "identity_act_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_act" ADD CONSTRAINT "identity_act_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_act" ADD CONSTRAINT "identity_act_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_request" ADD CONSTRAINT "identity_request_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_request" ADD CONSTRAINT "identity_request_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_request" ADD CONSTRAINT "identity_request_reason_id_message_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_request" ADD CONSTRAINT "identity_request_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_request" ADD CONSTRAINT "identity_request_decision_id_message_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_key" ADD CONSTRAINT "letter_key_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_print" ADD CONSTRAINT "letter_print_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_print" ADD CONSTRAINT "letter_print_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_link" ADD CONSTRAINT "mailed_link_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailed_link" ADD CONSTRAINT "mailed_link_change_id_contact_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."contact_change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open311_request" ADD CONSTRAINT "open311_request_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open311_request" ADD CONSTRAINT "open311_request_token_id_api_token_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."api_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporter" ADD CONSTRAINT "reporter_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_proposal" ADD CONSTRAINT "route_proposal_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_proposal" ADD CONSTRAINT "route_proposal_set_id_rule_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."rule_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "route_proposal" ADD CONSTRAINT "route_proposal_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_set_id_rule_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."rule_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_activated_by_staff_id_fk" FOREIGN KEY ("activated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_law" ADD CONSTRAINT "template_law_template_id_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_use" ADD CONSTRAINT "template_use_template_id_template_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_use" ADD CONSTRAINT "template_use_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_use" ADD CONSTRAINT "template_use_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_use" ADD CONSTRAINT "template_use_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_absence_staff" ON "staff_absence" USING btree ("staff_id","to_day");--> statement-breakpoint
CREATE INDEX "staff_absence_substitute" ON "staff_absence" USING btree ("substitute_id","to_day");--> statement-breakpoint
CREATE INDEX "staff_absence_day" ON "staff_absence" USING btree ("to_day","id");--> statement-breakpoint
CREATE UNIQUE INDEX "agency_code" ON "agency" USING btree ("code");--> statement-breakpoint
CREATE INDEX "agency_parent" ON "agency" USING btree ("parent_id","id");--> statement-breakpoint
CREATE INDEX "agency_successor" ON "agency" USING btree ("successor_id","id");--> statement-breakpoint
CREATE INDEX "agency_commune" ON "agency" USING btree ("commune_code");--> statement-breakpoint
CREATE UNIQUE INDEX "agency_name_from" ON "agency_name" USING btree ("agency_id","valid_from");--> statement-breakpoint
CREATE INDEX "agency_name_open" ON "agency_name" USING btree ("applied","valid_from");--> statement-breakpoint
CREATE INDEX "answer_print_standard" ON "answer_print" USING btree ("agency_id","month","standard","answer_id");--> statement-breakpoint
CREATE INDEX "answer_case" ON "answer" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_token_hash" ON "api_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "attachment_share_file" ON "attachment_share" USING btree ("attachment_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attachment_public" ON "attachment" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "attachment_owner" ON "attachment" USING btree ("owner_hash","id");--> statement-breakpoint
CREATE INDEX "attachment_case" ON "attachment" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "attachment_expires" ON "attachment" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "attachment_check" ON "attachment" USING btree ("check_after");--> statement-breakpoint
CREATE INDEX "batch_item_state" ON "batch_item" USING btree ("batch_id","state","case_id");--> statement-breakpoint
CREATE INDEX "batch_staff" ON "batch" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "case_author_email" ON "case_author" USING btree ("email_index","case_id");--> statement-breakpoint
CREATE INDEX "case_burden_class" ON "case_burden" USING btree ("obstacle_class","case_id");--> statement-breakpoint
CREATE INDEX "case_burden_sector" ON "case_burden" USING btree ("sector","case_id");--> statement-breakpoint
CREATE INDEX "case_conflict_case" ON "case_conflict" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "case_conflict_staff" ON "case_conflict" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "case_conflict_agency" ON "case_conflict" USING btree ("agency_id","id");--> statement-breakpoint
CREATE INDEX "case_consult_case" ON "case_consult" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "case_consult_agency" ON "case_consult" USING btree ("agency_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "case_key_case" ON "case_key" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_link_second" ON "case_link" USING btree ("second_id","first_id");--> statement-breakpoint
CREATE INDEX "case_merge_lead" ON "case_merge" USING btree ("lead_id","case_id");--> statement-breakpoint
CREATE INDEX "case_merge_into" ON "case_merge" USING btree ("into_id","case_id");--> statement-breakpoint
CREATE INDEX "case_point_case" ON "case_point" USING btree ("case_id","position","id");--> statement-breakpoint
CREATE INDEX "case_provision_document" ON "case_provision" USING btree ("document_key","case_id");--> statement-breakpoint
CREATE INDEX "case_refusal_case" ON "case_refusal" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "case_refusal_alike" ON "case_refusal" USING btree ("kind","field","agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_code" ON "case_file" USING btree ("code");--> statement-breakpoint
CREATE INDEX "case_queue" ON "case_file" USING btree ("status","due_at","id","triage_due_at","level","kind","held_reason","arbiter_since","snoozed_until","owner_id","paused_at");--> statement-breakpoint
CREATE INDEX "case_agency_queue" ON "case_file" USING btree ("agency_id","status","due_at","id","unit_id","held_reason","snoozed_until","owner_id","paused_at","heard_at","kind","province_code","field");--> statement-breakpoint
CREATE INDEX "case_wait" ON "case_file" USING btree ("status","wait_until");--> statement-breakpoint
CREATE INDEX "case_close" ON "case_file" USING btree ("status","close_at");--> statement-breakpoint
CREATE INDEX "case_received" ON "case_file" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "case_received_queue" ON "case_file" USING btree ("status","received_at","id","published","publish_consent","held_reason");--> statement-breakpoint
CREATE INDEX "case_agency_received" ON "case_file" USING btree ("agency_id","status","received_at","id");--> statement-breakpoint
CREATE INDEX "case_province" ON "case_file" USING btree ("province_code","status","due_at","id","field","kind","published","publish_consent","held_reason");--> statement-breakpoint
CREATE INDEX "case_field" ON "case_file" USING btree ("field","status","due_at","id","kind");--> statement-breakpoint
CREATE INDEX "case_bottleneck" ON "case_file" USING btree ("bottleneck","status","due_at","id");--> statement-breakpoint
CREATE INDEX "case_clerk" ON "case_file" USING btree ("clerk_id","id");--> statement-breakpoint
CREATE INDEX "case_unit_queue" ON "case_file" USING btree ("unit_id","status","due_at","id");--> statement-breakpoint
CREATE INDEX "case_owner" ON "case_file" USING btree ("owner_id","status","due_at","id","snoozed_until") WHERE owner_id is not null;--> statement-breakpoint
CREATE INDEX "case_heard" ON "case_file" USING btree ("status","due_at","id","heard_at") WHERE heard_at is not null;--> statement-breakpoint
CREATE INDEX "case_arbiter" ON "case_file" USING btree ("due_at","id") WHERE arbiter_since is not null;--> statement-breakpoint
CREATE INDEX "case_bound" ON "case_file" USING btree ("due_at","id") WHERE binding = true;--> statement-breakpoint
CREATE INDEX "case_disputed" ON "case_file" USING btree ("due_at","id") WHERE disputed_at is not null;--> statement-breakpoint
CREATE INDEX "case_level" ON "case_file" USING btree ("level","status","due_at","id") WHERE level <> 'normal';--> statement-breakpoint
CREATE INDEX "case_snoozed" ON "case_file" USING btree ("status","due_at","id","snoozed_until") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "case_held" ON "case_file" USING btree ("status","due_at","id","held_reason") WHERE held_reason is not null and status = 'submitted';--> statement-breakpoint
CREATE INDEX "case_returned" ON "case_file" USING btree ("status","due_at","id","refusals","arbiter_since","snoozed_until") WHERE refusals > 0 and status = 'submitted';--> statement-breakpoint
CREATE INDEX "case_to_publish" ON "case_file" USING btree ("status","due_at","id","publish_consent","published","held_reason") WHERE publish_consent = true and published = false;--> statement-breakpoint
CREATE INDEX "case_published" ON "case_file" USING btree ("status","due_at","id","published","held_reason","kind") WHERE published = true;--> statement-breakpoint
CREATE INDEX "case_dispute" ON "case_file" USING btree ("dispute_due_at","id");--> statement-breakpoint
CREATE INDEX "case_merged_into" ON "case_file" USING btree ("merged_into_id","id");--> statement-breakpoint
CREATE INDEX "case_parent" ON "case_file" USING btree ("parent_id","id");--> statement-breakpoint
CREATE INDEX "case_commune" ON "case_file" USING btree ("commune_code","id");--> statement-breakpoint
CREATE INDEX "case_near" ON "case_file" USING btree ("lat_e_6","long_e_6","received_at");--> statement-breakpoint
CREATE INDEX "case_warn" ON "case_file" USING btree ("warn_at","id");--> statement-breakpoint
CREATE INDEX "case_extension" ON "case_file" USING btree ("extension_asked_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "co_author_code" ON "co_author" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "co_author_draft" ON "co_author" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "collective_task_lead" ON "collective_task" USING btree ("lead_id","id");--> statement-breakpoint
CREATE INDEX "collective_task_open" ON "collective_task" USING btree ("finished_at","id");--> statement-breakpoint
CREATE INDEX "commitment_due" ON "commitment" USING btree ("state","due_at","id");--> statement-breakpoint
CREATE INDEX "commitment_agency" ON "commitment" USING btree ("agency_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "commitment_case" ON "commitment" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "commune_province" ON "commune" USING btree ("province_code");--> statement-breakpoint
CREATE INDEX "contact_change_contact" ON "contact_change" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "contact_change_expires" ON "contact_change" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "contact_session_contact" ON "contact_session" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "contact_session_created" ON "contact_session" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_email" ON "contact" USING btree ("email_index");--> statement-breakpoint
CREATE UNIQUE INDEX "deadline_rule_code" ON "deadline_rule" USING btree ("code","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_round" ON "dispute" USING btree ("case_id","round");--> statement-breakpoint
CREATE INDEX "dispute_due" ON "dispute" USING btree ("decided_at","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "done_act_case" ON "done_act" USING btree ("case_id","version");--> statement-breakpoint
CREATE INDEX "done_act_at" ON "done_act" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_case_position" ON "dossier_case" USING btree ("dossier_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_code" ON "dossier" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_filing" ON "dossier" USING btree ("filing_key");--> statement-breakpoint
CREATE INDEX "dossier_owner" ON "dossier" USING btree ("owner_hash","id");--> statement-breakpoint
CREATE INDEX "dossier_until" ON "dossier" USING btree ("body_until");--> statement-breakpoint
CREATE INDEX "draft_key_draft" ON "draft_key" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "draft_expires" ON "draft" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "event_stream" ON "event" USING btree ("stream","position");--> statement-breakpoint
CREATE INDEX "event_at" ON "event" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "extension_budget_agency" ON "extension_budget" USING btree ("agency_id","valid_from");--> statement-breakpoint
CREATE INDEX "extension_case" ON "extension" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "extension_agency" ON "extension" USING btree ("agency_id","decided_at","id");--> statement-breakpoint
CREATE INDEX "extension_decided" ON "extension" USING btree ("decided_at","id");--> statement-breakpoint
CREATE INDEX "follower_news_case" ON "follower_news" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "follower_code" ON "follower" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "follower_session" ON "follower" USING btree ("session_hash");--> statement-breakpoint
CREATE INDEX "follower_case" ON "follower" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "follower_email" ON "follower" USING btree ("email_index","case_id");--> statement-breakpoint
CREATE INDEX "form_receipt_expires" ON "form_receipt" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "identity_act_at" ON "identity_act" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "identity_act_case" ON "identity_act" USING btree ("case_id","at","id");--> statement-breakpoint
CREATE INDEX "identity_act_staff" ON "identity_act" USING btree ("staff_id","at","id");--> statement-breakpoint
CREATE INDEX "identity_request_state" ON "identity_request" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "identity_request_case" ON "identity_request" USING btree ("case_id","staff_id","id");--> statement-breakpoint
CREATE INDEX "law_name" ON "law" USING btree ("name_key","valid_from");--> statement-breakpoint
CREATE INDEX "letter_print_campaign" ON "letter_print" USING btree ("campaign_id","case_id");--> statement-breakpoint
CREATE INDEX "letter_print_grouped" ON "letter_print" USING btree ("grouped","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mailed_link_token" ON "mailed_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "mailed_link_email" ON "mailed_link" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "mailed_link_expires" ON "mailed_link" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "message_case" ON "message" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "notification_staff" ON "notification" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("staff_id","read_at","id");--> statement-breakpoint
CREATE INDEX "notification_case" ON "notification" USING btree ("case_id","staff_id");--> statement-breakpoint
CREATE INDEX "open311_request_token" ON "open311_request" USING btree ("token_id","case_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","not_before","id");--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree ("recipient","recipient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_message" ON "outbox" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "outbox_done_act" ON "outbox" USING btree ("done_act_id");--> statement-breakpoint
CREATE INDEX "place_name_search" ON "place_name" USING btree ("search");--> statement-breakpoint
CREATE INDEX "presence_seen" ON "presence" USING btree ("seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_code" ON "publication" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_case" ON "publication" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "publication_kind" ON "publication" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "publication_status" ON "publication" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "publication_field" ON "publication" USING btree ("field","id");--> statement-breakpoint
CREATE INDEX "publication_province" ON "publication" USING btree ("province_code","id");--> statement-breakpoint
CREATE INDEX "publication_agency" ON "publication" USING btree ("agency_id","id");--> statement-breakpoint
CREATE INDEX "publication_received" ON "publication" USING btree ("received_on","id");--> statement-breakpoint
CREATE INDEX "publication_received_at" ON "publication" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "publication_changed" ON "publication" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "publication_unanswered" ON "publication" USING btree ("status","case_id") WHERE answer_vi is null;--> statement-breakpoint
CREATE INDEX "reporter_email" ON "reporter" USING btree ("email_index","case_id");--> statement-breakpoint
CREATE INDEX "route_proposal_auto" ON "route_proposal" USING btree ("case_id") WHERE auto = true;--> statement-breakpoint
CREATE INDEX "routing_rule_set" ON "routing_rule" USING btree ("set_id","position");--> statement-breakpoint
CREATE INDEX "rule_set_state" ON "rule_set" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_set_only" ON "rule_set" USING btree ("state") WHERE state in ('draft', 'proposed', 'in_force');--> statement-breakpoint
CREATE INDEX "saved_view_staff" ON "saved_view" USING btree ("staff_id","id");--> statement-breakpoint
CREATE INDEX "saved_view_audience" ON "saved_view" USING btree ("audience","agency_id","id");--> statement-breakpoint
CREATE INDEX "session_staff" ON "session" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_activation" ON "staff" USING btree ("activation_hash");--> statement-breakpoint
CREATE INDEX "staff_agency" ON "staff" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "template_law_key" ON "template_law" USING btree ("law_key","template_id");--> statement-breakpoint
CREATE INDEX "template_use_template" ON "template_use" USING btree ("template_id","id");--> statement-breakpoint
CREATE INDEX "template_use_case" ON "template_use" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "template_agency" ON "template" USING btree ("agency_id","id");--> statement-breakpoint
CREATE INDEX "watch_staff" ON "watch" USING btree ("staff_id","case_id");