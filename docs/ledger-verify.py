#!/usr/bin/env python3
"""Verifies a Daodi ledger export (docs/ledger.md) with nothing but Python: python3 ledger-verify.py FILE"""
import hashlib, json, sys

ALGORITHMS = {"sha256": "sha256", "sm3": "sm3"}  # sm3 only where Python's OpenSSL has it

def spell(v):  # the one canonical spelling of a JSON value; whole numbers only
    if isinstance(v, dict):
        return "{" + ",".join(spell(k) + ":" + spell(v[k]) for k in sorted(v, key=lambda k: k.encode("utf-16-be"))) + "}"
    if isinstance(v, list):
        return "[" + ",".join(map(spell, v)) + "]"
    if isinstance(v, float) or isinstance(v, int) and abs(v) > 2**53 - 1 or isinstance(v, str) and "\0" in v:
        raise ValueError("a value without canonical form")
    return json.dumps(v, ensure_ascii=False)

def h(algorithm, data):
    return hashlib.new(ALGORITHMS[algorithm], data).digest()

def root(algorithm, hashes):
    level = [h(algorithm, b"\0" + bytes.fromhex(x)) for x in hashes]
    while len(level) > 1:
        pairs = [level[i : i + 2] for i in range(0, len(level), 2)]
        level = [h(algorithm, b"\1" + p[0] + p[1]) if len(p) == 2 else p[0] for p in pairs]
    return level[0].hex()

def check(ok, what):
    if not ok:
        sys.exit("BAD: " + what)

def main(lines):
    header = json.loads(next(lines, b"{}"))
    check(header.get("format") == "daodi-ledger-export-1", "the header")
    whole, streams, last, entries, sealed, seals, end = hashlib.new(ALGORITHMS[header["algorithm"]]), {}, ("", ""), 0, set(), [], None
    whole.update((spell(header) + "\n").encode())
    for number, raw in enumerate(lines, 2):
        row = json.loads(raw)
        check(end is None and (spell(row) + "\n").encode() == raw, f"line {number}: not as it was exported")
        if row["type"] == "footer":
            end = row
            continue
        whole.update(raw)
        if row["type"] == "entry":
            key = (row["institutionId"], row["stream"])
            check(not seals and key >= last, f"line {number}: out of place")
            entries, last, chain = entries + 1, key, streams.setdefault(key, [])
            fields = [row[f] for f in "algorithm institutionId stream seq at actor kind data prev".split()]
            own = h(row["algorithm"], spell(["daodi-ledger-1", *fields]).encode()).hex()
            check(own == row["hash"], f"stream {key[1]}: entry {len(chain) + 1} was altered")
            check(row["seq"] == len(chain) + 1, f"stream {key[1]}: entry {len(chain) + 1} is missing or out of order")
            check(row["prev"] == (chain[-1] if chain else "0" * 64), f"stream {key[1]}: entry {row['seq']} is detached")
            chain.append(own)
        else:
            segments = [[s[f] for f in "institutionId stream fromSeq toSeq headHash".split()] for s in row["segments"]]
            fields = [row[f] for f in "algorithm number at fromXid toXid entries".split()] + [segments, row["root"], row["prev"]]
            name, before = f"seal {len(seals) + 1}", seals[-1] if seals else {"hash": "0" * 64, "toXid": "0"}
            check(h(row["algorithm"], spell(["daodi-seal-1", *fields]).encode()).hex() == row["hash"], f"{name} was altered")
            check(row["number"] == len(seals) + 1, f"{name} is missing")
            check(row["prev"] == before["hash"] and row["fromXid"] in ("0", before["toXid"]), f"{name} is detached")
            leaves = []
            for institution, stream, first, to, head in segments:
                have = streams.get((institution, stream), [])
                check(len(have) >= to, f"{name}: stream {stream}: entries {max(first, len(have) + 1)} to {to} are missing")
                check(have[to - 1] == head, f"{name}: stream {stream}: entry {to} is not the one that was sealed")
                places = {(institution, stream, seq) for seq in range(first, to + 1)}
                check(not places & sealed, f"{name}: stream {stream} was sealed before")
                sealed |= places
                leaves += have[first - 1 : to]
            check(leaves and len(leaves) == row["entries"] and root(row["algorithm"], leaves) == row["root"], f"{name}: another root")
            seals.append(row)
    check(end is not None, "the file is cut off")
    counts = [end["entries"], end["streams"], end["seals"], end["hash"]]
    check(counts == [entries, len(streams), len(seals), whole.hexdigest()], "the footer does not fit the file")
    print(f"GOOD: {entries} entries, {len(streams)} streams, {len(seals)} seals, {entries - len(sealed)} not sealed yet")

if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        try:
            main(iter(file))
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            sys.exit(f"BAD: not a ledger export: {error!r}")
