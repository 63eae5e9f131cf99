-- CreateEnum
CREATE TYPE "Precision" AS ENUM ('DAY', 'MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "RecordState" AS ENUM ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "GroupKind" AS ENUM ('M49_REGION', 'ORGANISATION', 'FORUM', 'INFORMAL');

-- CreateEnum
CREATE TYPE "ProviderKind" AS ENUM ('COUNTRY', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "CountKind" AS ENUM ('COMMITMENT', 'REPORTED_TOTAL');

-- CreateEnum
CREATE TYPE "Unit" AS ENUM ('PEOPLE', 'PLACES', 'COURSES');

-- CreateEnum
CREATE TYPE "Measure" AS ENUM ('TRAINEES', 'PLACES', 'GRADUATES', 'PARTICIPATIONS', 'PARTICIPANTS', 'VISITORS', 'DEGREE_STUDENTS', 'EXERCISE_PARTICIPANTS', 'TRAINERS', 'COURSES');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('POLICE', 'LAW_ENFORCEMENT', 'MILITARY', 'SECURITY', 'JUSTICE', 'MIXED');

-- CreateEnum
CREATE TYPE "Rate" AS ENUM ('PER_YEAR');

-- CreateEnum
CREATE TYPE "Voice" AS ENUM ('PROVIDER', 'RECIPIENT', 'INDEPENDENT', 'MEDIA');

-- CreateEnum
CREATE TYPE "RecipientScope" AS ENUM ('NAMED', 'PARTLY_NAMED', 'GROUP', 'UNSPECIFIED');

-- CreateEnum
CREATE TYPE "CommitmentStatus" AS ENUM ('PROPOSED', 'ANNOUNCED', 'SIGNED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('OFFICIAL', 'WIRE', 'MEDIA', 'RESEARCH', 'REWRITE');

-- CreateEnum
CREATE TYPE "Qualifier" AS ENUM ('EXACT', 'OVER', 'ABOUT', 'NEARLY', 'UP_TO', 'AT_LEAST');

-- CreateEnum
CREATE TYPE "ClaimRank" AS ENUM ('PREFERRED', 'NORMAL', 'DEPRECATED');

-- CreateEnum
CREATE TYPE "LinkRelation" AS ENUM ('PART_OF', 'MAY_BE_PART_OF', 'SAME_AS', 'SUPERSEDES', 'FULFILS', 'RENEWS', 'DISTINCT');

-- CreateEnum
CREATE TYPE "LinkBasis" AS ENUM ('STATED', 'INFERRED');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('FORUM', 'SUMMIT', 'MEETING', 'AGREEMENT', 'STATEMENT', 'CRITICISM', 'TRAINING', 'EXERCISE');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('PROPOSED', 'SIGNED', 'IN_FORCE', 'EXPIRED', 'REJECTED');

-- CreateEnum
CREATE TYPE "CountryRole" AS ENUM ('PARTY', 'PARTICIPANT', 'RECIPIENT', 'MENTIONED', 'CRITIC');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('EDITOR', 'REVIEWER', 'ADMIN');

-- CreateTable
CREATE TABLE "country" (
    "iso3" CHAR(3) NOT NULL,
    "iso2" CHAR(2) NOT NULL,
    "m49" CHAR(3),
    "name" TEXT NOT NULL,
    "region_m49" CHAR(3),
    "subregion_m49" CHAR(3),

    CONSTRAINT "country_pkey" PRIMARY KEY ("iso3")
);

-- CreateTable
CREATE TABLE "country_group" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "GroupKind" NOT NULL,
    "description" TEXT,

    CONSTRAINT "country_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_membership" (
    "id" SERIAL NOT NULL,
    "group_id" INTEGER NOT NULL,
    "country_iso3" CHAR(3) NOT NULL,
    "since" DATE,
    "until" DATE,
    "note" TEXT,

    CONSTRAINT "group_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ProviderKind" NOT NULL,
    "country_iso3" CHAR(3),

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "count" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "CountKind" NOT NULL,
    "title" TEXT NOT NULL,
    "program_id" INTEGER,
    "unit" "Unit" NOT NULL,
    "measure" "Measure" NOT NULL,
    "audience" "Audience" NOT NULL,
    "audience_stated" TEXT NOT NULL,
    "quantity_low" INTEGER,
    "quantity_high" INTEGER,
    "qualifier_stated" TEXT,
    "rate" "Rate",
    "window_start" DATE,
    "window_start_precision" "Precision",
    "window_end" DATE,
    "window_end_precision" "Precision",
    "window_end_latest" DATE,
    "window_stated" TEXT,
    "stated_on" DATE,
    "stated_on_precision" "Precision",
    "known_on" DATE NOT NULL,
    "stated_by" TEXT,
    "voice" "Voice" NOT NULL,
    "recipient_scope" "RecipientScope" NOT NULL,
    "recipients_stated" TEXT,
    "status" "CommitmentStatus",
    "confidence" "Confidence" NOT NULL,
    "note" TEXT,
    "state" "RecordState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "retracted_reason" TEXT,

    CONSTRAINT "count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "count_provider" (
    "count_id" INTEGER NOT NULL,
    "provider_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "count_provider_pkey" PRIMARY KEY ("count_id","provider_id")
);

-- CreateTable
CREATE TABLE "count_recipient" (
    "id" SERIAL NOT NULL,
    "count_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "country_iso3" CHAR(3),
    "group_id" INTEGER,
    "share_low" INTEGER,
    "share_high" INTEGER,

    CONSTRAINT "count_recipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_is_descriptive" BOOLEAN NOT NULL DEFAULT false,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "archived_url" TEXT,
    "published_on" DATE,
    "published_on_precision" "Precision",
    "kind" "SourceKind" NOT NULL,
    "language" TEXT NOT NULL,
    "derived_from_id" INTEGER,
    "derived_from_note" TEXT,
    "note" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "count_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "low" INTEGER,
    "high" INTEGER,
    "qualifier" "Qualifier",
    "fragment" TEXT,
    "locator" TEXT,
    "language" TEXT NOT NULL,
    "rank" "ClaimRank" NOT NULL DEFAULT 'NORMAL',
    "rank_reason" TEXT,
    "note" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link" (
    "id" SERIAL NOT NULL,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "relation" "LinkRelation" NOT NULL,
    "basis" "LinkBasis" NOT NULL,
    "note" TEXT,
    "source_id" INTEGER,

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "other_figure" (
    "id" SERIAL NOT NULL,
    "count_id" INTEGER,
    "event_id" INTEGER,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "qualifier" TEXT,
    "note" TEXT,

    CONSTRAINT "other_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "EventKind" NOT NULL,
    "status" "EventStatus",
    "program_id" INTEGER,
    "audience_stated" TEXT,
    "starts_on" DATE,
    "starts_on_precision" "Precision",
    "ends_on" DATE,
    "ends_on_precision" "Precision",
    "period_stated" TEXT,
    "stated_on" DATE,
    "stated_on_precision" "Precision",
    "known_on" DATE NOT NULL,
    "stated_by" TEXT,
    "place" TEXT,
    "countries_stated" TEXT,
    "confidence" "Confidence" NOT NULL,
    "note" TEXT,
    "supersedes_id" INTEGER,
    "state" "RecordState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "retracted_reason" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_provider" (
    "event_id" INTEGER NOT NULL,
    "provider_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "event_provider_pkey" PRIMARY KEY ("event_id","provider_id")
);

-- CreateTable
CREATE TABLE "event_country" (
    "event_id" INTEGER NOT NULL,
    "country_iso3" CHAR(3) NOT NULL,
    "role" "CountryRole" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "event_country_pkey" PRIMARY KEY ("event_id","country_iso3")
);

-- CreateTable
CREATE TABLE "event_group" (
    "event_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "role" "CountryRole" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "event_group_pkey" PRIMARY KEY ("event_id","group_id")
);

-- CreateTable
CREATE TABLE "event_source" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "fragment" TEXT,
    "language" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "event_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "is_public" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_revision" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "Role" NOT NULL DEFAULT 'EDITOR',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "id" SERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "country_iso2_key" ON "country"("iso2");

-- CreateIndex
CREATE UNIQUE INDEX "country_m49_key" ON "country"("m49");

-- CreateIndex
CREATE UNIQUE INDEX "country_group_slug_key" ON "country_group"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "country_group_code_key" ON "country_group"("code");

-- CreateIndex
CREATE INDEX "group_membership_group_id_idx" ON "group_membership"("group_id");

-- CreateIndex
CREATE INDEX "group_membership_country_iso3_idx" ON "group_membership"("country_iso3");

-- CreateIndex
CREATE UNIQUE INDEX "provider_slug_key" ON "provider"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "provider_code_key" ON "provider"("code");

-- CreateIndex
CREATE UNIQUE INDEX "provider_country_iso3_key" ON "provider"("country_iso3");

-- CreateIndex
CREATE UNIQUE INDEX "program_slug_key" ON "program"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "count_slug_key" ON "count"("slug");

-- CreateIndex
CREATE INDEX "count_kind_state_stated_on_id_idx" ON "count"("kind", "state", "stated_on" DESC, "id");

-- CreateIndex
CREATE INDEX "count_program_id_idx" ON "count"("program_id");

-- CreateIndex
CREATE INDEX "count_provider_provider_id_idx" ON "count_provider"("provider_id");

-- CreateIndex
CREATE INDEX "count_recipient_country_iso3_idx" ON "count_recipient"("country_iso3");

-- CreateIndex
CREATE INDEX "count_recipient_group_id_idx" ON "count_recipient"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "count_recipient_count_id_country_iso3_key" ON "count_recipient"("count_id", "country_iso3");

-- CreateIndex
CREATE UNIQUE INDEX "count_recipient_count_id_group_id_key" ON "count_recipient"("count_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_slug_key" ON "source"("slug");

-- CreateIndex
CREATE INDEX "source_derived_from_id_idx" ON "source"("derived_from_id");

-- CreateIndex
CREATE INDEX "claim_count_id_idx" ON "claim"("count_id");

-- CreateIndex
CREATE INDEX "claim_source_id_idx" ON "claim"("source_id");

-- CreateIndex
CREATE INDEX "link_to_id_idx" ON "link"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_from_id_to_id_relation_key" ON "link"("from_id", "to_id", "relation");

-- CreateIndex
CREATE INDEX "other_figure_count_id_idx" ON "other_figure"("count_id");

-- CreateIndex
CREATE INDEX "other_figure_event_id_idx" ON "other_figure"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "event_state_starts_on_idx" ON "event"("state", "starts_on");

-- CreateIndex
CREATE INDEX "event_country_country_iso3_idx" ON "event_country"("country_iso3");

-- CreateIndex
CREATE INDEX "event_source_event_id_idx" ON "event_source"("event_id");

-- CreateIndex
CREATE INDEX "event_source_source_id_idx" ON "event_source"("source_id");

-- CreateIndex
CREATE INDEX "revision_at_idx" ON "revision"("at");

-- CreateIndex
CREATE UNIQUE INDEX "revision_entity_entity_id_version_key" ON "revision"("entity", "entity_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "release_name_key" ON "release"("name");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "setup_link_token_hash_key" ON "setup_link"("token_hash");

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "country_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_country_iso3_fkey" FOREIGN KEY ("country_iso3") REFERENCES "country"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_country_iso3_fkey" FOREIGN KEY ("country_iso3") REFERENCES "country"("iso3") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "count" ADD CONSTRAINT "count_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "count_provider" ADD CONSTRAINT "count_provider_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "count_provider" ADD CONSTRAINT "count_provider_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "count_recipient" ADD CONSTRAINT "count_recipient_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "count_recipient" ADD CONSTRAINT "count_recipient_country_iso3_fkey" FOREIGN KEY ("country_iso3") REFERENCES "country"("iso3") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "count_recipient" ADD CONSTRAINT "count_recipient_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "country_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_derived_from_id_fkey" FOREIGN KEY ("derived_from_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "other_figure" ADD CONSTRAINT "other_figure_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "other_figure" ADD CONSTRAINT "other_figure_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_provider" ADD CONSTRAINT "event_provider_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_provider" ADD CONSTRAINT "event_provider_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_country" ADD CONSTRAINT "event_country_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_country" ADD CONSTRAINT "event_country_country_iso3_fkey" FOREIGN KEY ("country_iso3") REFERENCES "country"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_group" ADD CONSTRAINT "event_group_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_group" ADD CONSTRAINT "event_group_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "country_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_source" ADD CONSTRAINT "event_source_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_source" ADD CONSTRAINT "event_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
