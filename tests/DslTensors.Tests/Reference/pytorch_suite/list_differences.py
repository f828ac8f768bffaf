"""Writes differences.txt and missing.txt anew from what the tests found.

    PYTORCH_SUITE_REPORT=$PWD/report.tsv dotnet test -c Release --filter "FullyQualifiedName~PyTorchSuiteTests.The_report"
    python3 list_differences.py report.tsv

Reasons that stand in differences.txt are kept; calls whose element types do not compile get the reason `types`. Everything else that is new
gets the reason `?` and what was found, for a person to mend in the library or to give a reason; the tests refuse a list with a `?`.
"""

import collections
import os
import re
import sys
import textwrap

FOLDER = os.path.dirname(os.path.abspath(__file__))
DIFFERENCES = os.path.join(FOLDER, "differences.txt")
MISSING = os.path.join(FOLDER, "missing.txt")


def ids(samples):
    kind, numbers = samples.split("/")
    for part in numbers.split(","):
        prefix = "r" if part[0] == "r" else ""
        bounds = [int(number) for number in part[len(prefix):].split("-")]
        for number in range(bounds[0], bounds[-1] + 1):
            yield f"{kind}/{prefix}{number}"


def ranges(numbers):
    runs = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [f"{first}" if first == last else f"{first}-{last}" for first, last in runs]


def comment(path):
    if not os.path.exists(path):
        return []
    return [line for line in open(path).read().splitlines() if line.startswith("#")]


def known_reasons():
    known = {}
    if os.path.exists(DIFFERENCES):
        for line in open(DIFFERENCES).read().splitlines():
            if line and not line.startswith("#"):
                op, samples, reason = re.fullmatch(r"(\S+): (\S+) (.*)", line).groups()
                known.update({(op, sample): reason for sample in ids(samples)})
    return known


def main():
    known = known_reasons()
    groups = collections.defaultdict(lambda: collections.defaultdict(list))
    missing, passed, total = [], 0, 0
    for line in open(sys.argv[1]).read().splitlines():
        op, sample, *rest = line.split("\t")
        if sample == "missing":
            missing.append(op)
            continue
        total += 1
        if not rest[0]:
            passed += 1
            continue
        listed = known.get((op, sample), "?")
        found = "types" if rest[0].startswith("types:") else listed if listed[0] != "?" and listed != "types" else "? " + rest[0][:160]
        kind, number = sample.split("/")
        prefix = "r" if number[0] == "r" else ""
        groups[op][found, kind, prefix].append(int(number[len(prefix):]))
    opening = comment(DIFFERENCES)
    with open(DIFFERENCES, "w") as file:
        print(*opening, sep="\n", file=file)
        for op in sorted(groups):
            merged = collections.defaultdict(list)
            for (reason, kind, prefix), numbers in groups[op].items():
                merged[reason, kind] += [prefix + run for run in ranges(numbers)]
            for (reason, kind), runs in merged.items():
                print(f"{op}: {kind}/{','.join(runs)} {reason}", file=file)
    opening = comment(MISSING)
    with open(MISSING, "w") as file:
        print(*opening, sep="\n", file=file)
        print(*textwrap.wrap(" ".join(sorted(missing)), 140, break_long_words=False, break_on_hyphens=False), sep="\n", file=file)
    print(f"{passed} of {total} samples pass; {len(missing)} names are missing")


if __name__ == "__main__":
    main()
