-- The order of lists with the day from which each count is known, so that what was not known yet is passed over in the index.
CREATE INDEX "count_kind_state_stated_on_slug_known_on_idx" ON "count"("kind", "state", "stated_on" DESC NULLS LAST, "slug", "known_on");

-- DropIndex
DROP INDEX "count_kind_state_stated_on_slug_idx";
