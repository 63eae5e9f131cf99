-- AlterTable
ALTER TABLE "release" ADD COLUMN     "known_on" DATE NOT NULL;

-- CreateTable
CREATE TABLE "release_file" (
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rows" INTEGER,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "release_file_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "release_file_part" (
    "file" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "release_file_part_pkey" PRIMARY KEY ("file","position")
);

-- AddForeignKey
ALTER TABLE "release_file_part" ADD CONSTRAINT "release_file_part_file_fkey" FOREIGN KEY ("file") REFERENCES "release_file"("name") ON DELETE RESTRICT ON UPDATE CASCADE;
