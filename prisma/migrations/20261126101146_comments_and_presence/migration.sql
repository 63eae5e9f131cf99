-- CreateTable
CREATE TABLE "record_comment" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "entity" TEXT NOT NULL,
    "entity_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "last_seen" TIMESTAMPTZ(3) NOT NULL,
    "is_editing" BOOLEAN NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("entity","entity_id","user_id")
);

-- CreateIndex
CREATE INDEX "record_comment_entity_entity_id_idx" ON "record_comment"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "presence_user_id_idx" ON "presence"("user_id");

-- CreateIndex
CREATE INDEX "presence_last_seen_idx" ON "presence"("last_seen");

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Comments are only ever added to, whoever asks.
CREATE FUNCTION "refuse_comment_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'comments are only ever added to: % is refused', TG_OP;
END $$;
CREATE TRIGGER "record_comment_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "record_comment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_comment_change"();
