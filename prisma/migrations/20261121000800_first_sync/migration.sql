-- The sync that a save asks for has a name of its own; it is stronger than an automatic one and reads as one does.
ALTER TYPE "sync_trigger" ADD VALUE 'first' AFTER 'automatic';
