#!/usr/bin/env bash
# Opens a package without the program: unzip, sha256sum, openssl (3 or newer), age, gzip. Nothing else.
#   open-by-hand.sh PACKAGE.zpk [KEY-FILE] [SENDER-PUBLIC-KEY-BASE64]
# KEY-FILE holds one line AGE-SECRET-KEY-1…, as on the county's recovery sheet (without the spaces). Without it only the seal is looked at.
set -eu
package=$1; keyfile=${2:-}; public=${3:-}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
unzip -q "$package" -d "$dir"

# 1. Every entry is what the seal says: size and SHA-256.
sed -n 's/^\([0-9a-f]\{64\}\) \([0-9]*\) \(.*\)$/\1  \3/p' "$dir/seal.txt" > "$dir/sums"
(cd "$dir" && sha256sum --quiet -c sums) && echo "entries: $(wc -l < "$dir/sums") as sealed"

# 2. The seal is the sender's: text up to the empty line, signature = 4 bytes key id and 64 bytes Ed25519.
sed '/^$/,$d' "$dir/seal.txt" > "$dir/text"
tail -n 1 "$dir/seal.txt" | cut -d' ' -f3 | base64 -d | tail -c 64 > "$dir/signature"
if [ -n "$public" ]; then
  { printf '\060\052\060\005\006\003\053\145\160\003\041\000'; printf '%s' "$public" | base64 -d; } > "$dir/public.der"
  openssl pkeyutl -verify -pubin -inkey "$dir/public.der" -keyform DER -rawin -in "$dir/text" -sigfile "$dir/signature"
fi

# 3. The records: one JSON object a line; the first is the manifest, then the list of ids, then the versions.
if [ -n "$keyfile" ]; then age -d -i "$keyfile" "$dir/records.age" | gunzip; fi
