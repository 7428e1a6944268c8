-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "documents_problem" JSONB;
