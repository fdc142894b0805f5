#!/usr/bin/env bash
# The main job with the installed Windows program, in a folder whose path has Chinese characters and spaces: from `init`
# to `accept`; then two programs on one ledger, and a backup while both write.
# Usage: tests/windows/main-job.sh PROGRAM FOLDER (paths of this machine)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
program="$1"
place="$2/四川移动 结算 2026/负责人的 文件"
mkdir -p "$place"
cd "$place"
export HUIQIAN_PASSWORD="correct horse" HUIQIAN_P12_PASSWORD="签字 password"
huiqian() { "$root/scripts/windows-wine.sh" "$program" --ledger "账本 一" "$@"; }
# The value of a field that stands once in the one JSON document of a command.
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
expect() { [ "$2" = "$3" ] || { echo "main job: $1 is $2 instead of $3" >&2; exit 1; }; }

printf '单位代码,单位名称,类别\nZQ,省公司政企客户部,省级\nCD,成都分公司,市州\n' >"单位 units.csv"
printf '工号,姓名,单位代码,到岗日期\nQT0001,张三,ZQ,2025-12-01\nQT0002,李四,CD,2025-12-01\n' >人员.csv
printf '合同号,甲方,乙方,生效,截止,季度,含税金额,税率\nHT-1,四川移动,四川全通,2026-01-01,2026-12-31,2026Q1,1200000.00,6%%\n' >合同.csv
for month in 2026-01 2026-02 2026-03; do printf '%s,ZQ,QT0001,90\n%s,CD,QT0002,88\n' $month $month; done |
  sed '1i 月份,单位代码,工号,得分' | iconv -f UTF-8 -t GB18030 >"得分 GB18030.csv"

huiqian init --role province --unit ZQ --admin admin --two-person off --org "单位 units.csv" >/dev/null
huiqian import people 人员.csv >/dev/null
huiqian import contract 合同.csv >/dev/null
huiqian import assessments "得分 GB18030.csv" >/dev/null
expect "the draft's fee" "$(huiqian settle 2026Q1 --json | field feePayable)" 1060800.00
for party in client provider; do huiqian confirm 2026Q1 --all --party $party >/dev/null; done
expect "the settlement" "$(huiqian settle 2026Q1 --finalise --json | field status)" final
huiqian report 2026Q1 --out "报告 一季度.pdf" >/dev/null
paper="报告 一季度.pdf"
for party in client provider; do
  huiqian key new --party $party --name 签署人 --out "$party 密钥.p12" >/dev/null
  huiqian key export-certificate "$party 密钥.p12" --out "$party.pem" >/dev/null
  huiqian party register --party $party --certificate "$party.pem" >/dev/null
  huiqian sign "$paper" --p12 "$party 密钥.p12" --party $party --out "报告 $party 签.pdf" >/dev/null
  paper="报告 $party 签.pdf"
done
expect "the verdict" "$(huiqian check "$paper" --json | field verdict)" countersigned
expect "the outcome" "$(huiqian accept "$paper" --json | field outcome)" closed
expect "the quarter" "$(huiqian settle 2026Q1 --json | field status)" closed
# This machine's programs on the files of the Windows program.
qpdf --check "$paper" >/dev/null
expect "pdfsig's valid signatures" "$(pdfsig -nocert "$paper" | grep -c 'Signature is Valid')" 2
pdftotext -layout "$paper" 报告.txt
grep -q 壹佰零陆万零捌佰元整 报告.txt || { echo "main job: the report lacks the amount in capitals" >&2; exit 1; }
huiqian workbook 2026Q1 --out "工作簿.xlsx" >/dev/null
# What is written over an older file of the same name, and lines that end as Windows' programs expect.
huiqian export people "导出.csv" >/dev/null
huiqian export people "导出.csv" >/dev/null
expect "a CSV file's lines without CR" "$(grep -cv $'\r$' 导出.csv || true)" 0
echo "main job: init to accept in “$place”"

# Two programs write to one ledger by turns, and backups are taken meanwhile.
writer() {
  for number in $(seq 1 10); do
    HUIQIAN_NEW_PASSWORD="second horse" huiqian --as admin account add "$1$number" --role auditor --name 王五 >/dev/null
  done
}
writer east & east=$!
writer west & west=$!
backups=0
while kill -0 $east 2>/dev/null || kill -0 $west 2>/dev/null; do
  huiqian --as admin backup "备份 $backups.hqbak" >/dev/null
  # Over the file of the time before, too.
  huiqian --as admin backup "备份 同名.hqbak" >/dev/null
  backups=$((backups + 1))
done
wait $east
wait $west
expect "the accounts of both writers" "$(huiqian --as admin account list --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" 21
expect "intact" "$(huiqian verify --json | field intact)" True
huiqian restore "备份 同名.hqbak" --to "恢复 的账本" >/dev/null
huiqian restore "备份 0.hqbak" --to "恢复 二" >/dev/null
expect "the restored ledger" "$("$root/scripts/windows-wine.sh" "$program" --ledger "恢复 二" verify --json | field intact)" True
echo "main job: two programs wrote 20 entries by turns; $((2 * backups)) backups meanwhile; restored and verified"
