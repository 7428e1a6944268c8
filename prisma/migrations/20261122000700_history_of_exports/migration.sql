-- An export that creates a relation, or finds it here, says so in the relation's history.
ALTER TYPE "record_change_kind" ADD VALUE 'created' BEFORE 'changed';
ALTER TYPE "record_change_kind" ADD VALUE 'linked' BEFORE 'changed';
