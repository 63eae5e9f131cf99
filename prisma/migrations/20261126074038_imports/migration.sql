-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('READING', 'READ', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'CANCELLED', 'FAILED');

-- CreateEnum
CREATE TYPE "ImportVerdict" AS ENUM ('NEW', 'CHANGED', 'SAME', 'REJECTED');

-- CreateTable
CREATE TABLE "import_job" (
    "id" SERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "state" "ImportState" NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "header" JSONB,
    "mapping" JSONB,
    "checked_role" "Role",
    "rows" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "totals" JSONB,
    "message" TEXT,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "job_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "name" TEXT,
    "given" JSONB NOT NULL,
    "verdict" "ImportVerdict",
    "record" JSONB,
    "derived" JSONB,
    "problems" JSONB,
    "readings" JSONB,
    "changes" JSONB,
    "before" JSONB,
    "alike" JSONB,
    "entity_id" INTEGER,
    "version" INTEGER,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("job_id","position")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "header" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("header")
);

-- CreateIndex
CREATE INDEX "import_row_job_id_entity_name_idx" ON "import_row"("job_id", "entity", "name");

-- CreateIndex
CREATE INDEX "import_row_job_id_verdict_position_idx" ON "import_row"("job_id", "verdict", "position");

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
