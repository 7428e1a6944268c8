-- AlterTable
ALTER TABLE "skipped_record" ADD COLUMN     "below" TEXT;
