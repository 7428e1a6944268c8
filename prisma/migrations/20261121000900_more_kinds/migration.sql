-- A value added to an enum can be used in a later transaction only.
ALTER TYPE "record_kind" ADD VALUE 'contacts' AFTER 'deliveryAddresses';
ALTER TYPE "record_kind" ADD VALUE 'categories' AFTER 'contacts';
ALTER TYPE "sync_trigger" ADD VALUE 'webhook' BEFORE 'automatic';
