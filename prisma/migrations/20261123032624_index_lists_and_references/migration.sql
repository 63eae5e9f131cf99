-- By hand: NULLS LAST, the order of lists. Prisma neither says nor sees it.

-- DropIndex
DROP INDEX "count_kind_state_stated_on_id_idx";

-- DropIndex
DROP INDEX "event_state_starts_on_idx";

-- CreateIndex
CREATE INDEX "count_kind_state_stated_on_slug_idx" ON "count"("kind", "state", "stated_on" DESC NULLS LAST, "slug");

-- CreateIndex
CREATE INDEX "event_state_starts_on_slug_idx" ON "event"("state", "starts_on" DESC NULLS LAST, "slug");

-- CreateIndex
CREATE INDEX "event_program_id_idx" ON "event"("program_id");

-- CreateIndex
CREATE INDEX "event_supersedes_id_idx" ON "event"("supersedes_id");

-- CreateIndex
CREATE INDEX "event_group_group_id_idx" ON "event_group"("group_id");

-- CreateIndex
CREATE INDEX "event_provider_provider_id_idx" ON "event_provider"("provider_id");

-- CreateIndex
CREATE INDEX "link_source_id_idx" ON "link"("source_id");
