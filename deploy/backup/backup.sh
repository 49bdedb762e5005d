#!/bin/sh
# Makes a backup in two files, as docs/uitrol.md explains: lang-*.dump without the data keys, kept long, and
# kort-*.dump with nothing but them, kept for a day. Without a key from the second nothing in the first can be read,
# so what was erased is gone from the backups a day later.
#
# The database is named as libpq wants it: PGHOST, PGPORT, PGUSER, PGDATABASE, and PGPASSFILE or PGPASSWORD.
#   WONINGSCAN_BACKUPS      the folder for the files
#   WONINGSCAN_BACKUP_DAYS  so many days the long ones are kept (30)
set -eu
umask 077

folder=${WONINGSCAN_BACKUPS:?name the folder for the backups}
days=${WONINGSCAN_BACKUP_DAYS:-30}
stamp=$(date -u +%Y%m%dT%H%M%SZ)
short_minutes=1440

# A name that ends in .dump is a whole file: nobody finds half of one.
finish() {
    pg_restore --list "$1.part" >/dev/null
    mv -- "$1.part" "$1"
}

mkdir -p -- "$folder"
chmod 700 -- "$folder"
trap 'rm -f -- "$folder/lang-$stamp.dump.part" "$folder/kort-$stamp.dump.part"' EXIT

# The long one first: a conversation that is erased in between then has no key any more. The other way round its key
# would be kept without need.
pg_dump --format=custom --no-password --exclude-table-data=data_key --file="$folder/lang-$stamp.dump.part"
pg_dump --format=custom --no-password --data-only --table=data_key --file="$folder/kort-$stamp.dump.part"
finish "$folder/lang-$stamp.dump"
finish "$folder/kort-$stamp.dump"

find "$folder" -maxdepth 1 -name 'kort-*.dump' ! -name "kort-$stamp.dump" -mmin "+$short_minutes" -exec rm -f -- {} +
find "$folder" -maxdepth 1 -name 'lang-*.dump' -mtime "+$days" -exec rm -f -- {} +
echo "backup: $stamp"
