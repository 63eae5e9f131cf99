-- By hand: partial and covering, which Prisma neither says nor sees. The order is that of the groups that sums are
-- merged into, so that they are read off one after the other; the rest is what sums and filters look at.

-- CreateIndex
CREATE INDEX "count_sums_idx" ON "count"("kind", "window_start", "window_end", "window_end_latest", "rate")
  INCLUDE ("known_on", "quantity_low", "quantity_high", "unit", "measure", "status", "id", "stated_on", "program_id", "audience", "voice")
  WHERE "state" = 'PUBLISHED' AND "quantity_low" IS NOT NULL;
