CREATE TABLE "figure_cell" (
	"month" text NOT NULL,
	"measure" text NOT NULL,
	"kind" text NOT NULL,
	"province_code" text NOT NULL,
	"field" text NOT NULL,
	"bottleneck" text NOT NULL,
	"agency_id" bigint NOT NULL,
	"detail" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "figure_cell_month_measure_kind_province_code_field_bottleneck_agency_id_detail_pk" PRIMARY KEY("month","measure","kind","province_code","field","bottleneck","agency_id","detail")
);
--> statement-breakpoint
CREATE TABLE "figure_delta" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"measure" text NOT NULL,
	"kind" text NOT NULL,
	"province_code" text NOT NULL,
	"field" text NOT NULL,
	"bottleneck" text NOT NULL,
	"agency_id" bigint NOT NULL,
	"detail" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_release" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"threshold" integer NOT NULL,
	"complete" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_sheet" (
	"release_id" bigint NOT NULL,
	"period" text NOT NULL,
	"axis" text NOT NULL,
	"code" text NOT NULL,
	"measure" text NOT NULL,
	"by" text NOT NULL,
	"part" text NOT NULL,
	"state" text NOT NULL,
	"n" integer,
	CONSTRAINT "figure_sheet_release_id_period_axis_code_measure_by_part_pk" PRIMARY KEY("release_id","period","axis","code","measure","by","part")
);
--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "reasons" jsonb;--> statement-breakpoint
CREATE INDEX "figure_release_complete" ON "figure_release" USING btree ("complete","id");