-- What Prisma's schema language cannot say. Prisma neither sees nor drops a CHECK, so these live here alone.
-- Names begin with the table and the field that is wrong: the API tells the editor which one.

-- Ranges: both ends or none, in order, never negative.
ALTER TABLE "count"
  ADD CONSTRAINT "count_quantity_complete" CHECK (("quantity_low" IS NULL) = ("quantity_high" IS NULL)),
  ADD CONSTRAINT "count_quantity_ordered" CHECK ("quantity_low" <= "quantity_high"),
  ADD CONSTRAINT "count_quantity_not_negative" CHECK ("quantity_low" >= 0);
ALTER TABLE "claim"
  ADD CONSTRAINT "claim_range_complete" CHECK (("low" IS NULL) = ("high" IS NULL)),
  ADD CONSTRAINT "claim_range_ordered" CHECK ("low" <= "high"),
  ADD CONSTRAINT "claim_range_not_negative" CHECK ("low" >= 0);
ALTER TABLE "count_recipient"
  ADD CONSTRAINT "count_recipient_share_complete" CHECK (("share_low" IS NULL) = ("share_high" IS NULL)),
  ADD CONSTRAINT "count_recipient_share_ordered" CHECK ("share_low" <= "share_high"),
  ADD CONSTRAINT "count_recipient_share_not_negative" CHECK ("share_low" >= 0);

-- Days: [start, end), and a precision wherever there is a day.
ALTER TABLE "count"
  ADD CONSTRAINT "count_window_ordered" CHECK ("window_end" > "window_start"),
  ADD CONSTRAINT "count_window_end_latest_ordered"
    CHECK ("window_end_latest" IS NULL OR ("window_end" IS NOT NULL AND "window_end_latest" >= "window_end")),
  ADD CONSTRAINT "count_window_start_precision" CHECK (("window_start" IS NULL) = ("window_start_precision" IS NULL)),
  ADD CONSTRAINT "count_window_end_precision" CHECK (("window_end" IS NULL) = ("window_end_precision" IS NULL)),
  ADD CONSTRAINT "count_stated_on_precision" CHECK (("stated_on" IS NULL) = ("stated_on_precision" IS NULL));
ALTER TABLE "source"
  ADD CONSTRAINT "source_published_on_precision"
    CHECK (("published_on" IS NULL) = ("published_on_precision" IS NULL));
ALTER TABLE "event"
  ADD CONSTRAINT "event_days_ordered" CHECK ("ends_on" > "starts_on"),
  ADD CONSTRAINT "event_starts_on_precision" CHECK (("starts_on" IS NULL) = ("starts_on_precision" IS NULL)),
  ADD CONSTRAINT "event_ends_on_precision" CHECK (("ends_on" IS NULL) = ("ends_on_precision" IS NULL)),
  ADD CONSTRAINT "event_stated_on_precision" CHECK (("stated_on" IS NULL) = ("stated_on_precision" IS NULL));
ALTER TABLE "group_membership"
  ADD CONSTRAINT "group_membership_ordered" CHECK ("until" > "since");

-- One of two.
ALTER TABLE "count_recipient"
  ADD CONSTRAINT "count_recipient_country_or_group" CHECK (num_nonnulls("country_iso3", "group_id") = 1);
ALTER TABLE "other_figure"
  ADD CONSTRAINT "other_figure_count_or_event" CHECK (num_nonnulls("count_id", "event_id") = 1);
ALTER TABLE "provider"
  ADD CONSTRAINT "provider_country_by_kind" CHECK (("kind" = 'COUNTRY') = ("country_iso3" IS NOT NULL));
ALTER TABLE "count"
  ADD CONSTRAINT "count_status_by_kind" CHECK (("kind" = 'COMMITMENT') = ("status" IS NOT NULL));

-- Nothing points at itself.
ALTER TABLE "link"
  ADD CONSTRAINT "link_to_another" CHECK ("from_id" <> "to_id");
ALTER TABLE "source"
  ADD CONSTRAINT "source_derived_from_another" CHECK ("derived_from_id" <> "id");
ALTER TABLE "event"
  ADD CONSTRAINT "event_supersedes_another" CHECK ("supersedes_id" <> "id");

-- States.
ALTER TABLE "count"
  ADD CONSTRAINT "count_version_positive" CHECK ("version" >= 1),
  ADD CONSTRAINT "count_published_at_present"
    CHECK ("state" NOT IN ('PUBLISHED', 'RETRACTED') OR "published_at" IS NOT NULL),
  ADD CONSTRAINT "count_retracted_reason_by_state" CHECK (("state" = 'RETRACTED') = ("retracted_reason" IS NOT NULL));
ALTER TABLE "event"
  ADD CONSTRAINT "event_version_positive" CHECK ("version" >= 1),
  ADD CONSTRAINT "event_published_at_present"
    CHECK ("state" NOT IN ('PUBLISHED', 'RETRACTED') OR "published_at" IS NOT NULL),
  ADD CONSTRAINT "event_retracted_reason_by_state" CHECK (("state" = 'RETRACTED') = ("retracted_reason" IS NOT NULL));
ALTER TABLE "revision"
  ADD CONSTRAINT "revision_version_positive" CHECK ("version" >= 1);

-- Forms of text.
ALTER TABLE "count" ADD CONSTRAINT "count_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "provider" ADD CONSTRAINT "provider_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "program" ADD CONSTRAINT "program_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "event" ADD CONSTRAINT "event_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "country_group" ADD CONSTRAINT "country_group_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "source"
  ADD CONSTRAINT "source_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "source_url_form" CHECK ("url" ~* '^https?://[^[:space:]]+$'),
  ADD CONSTRAINT "source_archived_url_form" CHECK ("archived_url" ~* '^https?://[^[:space:]]+$');
ALTER TABLE "country"
  ADD CONSTRAINT "country_iso3_form" CHECK ("iso3" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "country_iso2_form" CHECK ("iso2" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "country_m49_form" CHECK ("m49" ~ '^[0-9]{3}$'),
  ADD CONSTRAINT "country_region_m49_form" CHECK ("region_m49" ~ '^[0-9]{3}$'),
  ADD CONSTRAINT "country_subregion_m49_form" CHECK ("subregion_m49" ~ '^[0-9]{3}$');

-- The data revision: one row, here from the beginning.
ALTER TABLE "data_revision"
  ADD CONSTRAINT "data_revision_single" CHECK ("id" = 1),
  ADD CONSTRAINT "data_revision_not_negative" CHECK ("revision" >= 0);
INSERT INTO "data_revision" ("id", "revision", "published_at") VALUES (1, 0, now());
