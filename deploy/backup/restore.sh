#!/bin/sh
# Puts a backup back into an empty database: restore.sh LANG.dump KORT.dump
# What was erased after the long file was made stays erased: its key is not in the short one.
#
# The database is named as libpq wants it: PGHOST, PGPORT, PGUSER, PGDATABASE, and PGPASSFILE or PGPASSWORD.
set -eu

[ $# -eq 2 ] || { echo "restore: give the long and the short file of a backup" >&2; exit 2; }
long=$1
short=$2

sql() { psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 "$@"; }

tables=$(sql --command="SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
[ "$tables" = 0 ] || { echo "restore: the database ${PGDATABASE:-} is not empty" >&2; exit 1; }

put_back() { pg_restore --no-password --no-owner --exit-on-error --dbname="${PGDATABASE:?name the database}" "$@"; }

put_back --section=pre-data --section=data "$long"
put_back "$short"
# Whatever belongs to a key that is gone gets an empty one, so that the database's own rules can be put back; then those
# keys are erased, and with them, as in any erasure, everything that belongs to them.
sql <<'SQL'
BEGIN;
DO $$
DECLARE owner text;
BEGIN
    FOR owner IN SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'data_key_id'
    LOOP
        EXECUTE format('INSERT INTO data_key (id, purpose, wrapped) SELECT DISTINCT data_key_id, ''erased'', ''''::bytea'
            ' FROM %I WHERE data_key_id IS NOT NULL AND data_key_id NOT IN (SELECT id FROM data_key)', owner);
    END LOOP;
END $$;
COMMIT;
SQL
put_back --section=post-data "$long"
sql <<'SQL'
BEGIN;
UPDATE request SET fields = '' WHERE data_key_id IN (SELECT id FROM data_key WHERE purpose = 'erased');
DELETE FROM telegram_update WHERE data_key_id IN (SELECT id FROM data_key WHERE purpose = 'erased');
DELETE FROM data_key WHERE purpose = 'erased';
COMMIT;
SQL
echo "restore: done; now run: woningscan doctor, woningscan audit verify"
