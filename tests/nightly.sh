#!/usr/bin/env bash
# The long forms of the tests, and the sample's accuracy over five seeds. Takes much longer than the tests of every change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DSLTENSORS_NIGHTLY=1

dotnet test -c Release DslTensors.sln

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sum=0
for seed in 1 2 3 4 5; do
    accuracy=$(dotnet run -c Release --project samples/Digits -- --seed "$seed" --save "$work/digits.safetensors" | sed -n 's/^test accuracy \([0-9.]*\) .*/\1/p')
    echo "digits, seed $seed: test accuracy $accuracy"
    sum=$(awk -v sum="$sum" -v accuracy="$accuracy" 'BEGIN { print sum + accuracy }')
done
awk -v sum="$sum" 'BEGIN { mean = sum / 5; printf "digits, mean of five seeds: test accuracy %.4f\n", mean; exit !(mean >= 0.97) }'
