#!/usr/bin/env bash
# From signed contract to receipt over the API alone, against a running demonstration:
#   mvn spring-boot:run        (in one terminal)
#   docs/walkthrough.sh        (in another; or docs/walkthrough.sh http://127.0.0.1:8080)
# The clerk's key signs and collects, the manager's key approves, POST /sandbox/pay is the payer's phone.
set -euo pipefail
base=${1:-http://127.0.0.1:8080}
out=$(mktemp) && trap 'rm -f "$out"' EXIT

# call METHOD PATH KEY [BODY]: the answer lands in $out
call() {
  local status
  status=$(curl -sS -o "$out" -w '%{http_code}' -X "$1" "$base$2" \
    -H "Authorization: Bearer $3" -H 'Content-Type: application/json' -H 'Accept-Language: zh' ${4:+-d "$4"})
  case $status in 2*) ;; *) echo "$1 $2 answered $status: $(cat "$out")" >&2; return 1 ;; esac
}
# field NAME [N]: the N-th value of a text field in the answer
field() { grep -oE "\"$1\" ?: ?\"[^\"]*\"" "$out" | sed -n "${2:-1}s/.*: *\"\(.*\)\"/\1/p"; }
# await NAME VALUE PATH: asks until the field has the value
await() {
  for _ in $(seq 60); do call GET "$3" demo-key; [ "$(field "$1")" = "$2" ] && return 0; sleep 0.5; done
  echo "$3: $1 is $(field "$1"), not $2" >&2; return 1
}
step() { printf '\n== %s\n' "$1"; }

step "门店 / stores"
call GET /api/v1/stores demo-key
store=$(field code); echo "store $store $(field name)"

step "签约，打九五折 / sign a contract with 5 % off"
call POST /api/v1/contracts demo-key '{
  "externalNo": "WALK-'"$(date +%s%N)"'", "type": "RESALE", "storeCode": "'"$store"'", "signedOn": "2024-03-01",
  "price": "5000000.00", "property": {"address": "朝阳区望京西园四区 410 号楼", "district": "朝阳", "area": "89.50"},
  "agents": [{"agentId": "agent", "role": "LISTING"}, {"agentId": "agent2", "role": "CLOSING"}],
  "parties": [{"role": "BUYER", "name": "王小明", "phone": "13800138000"}, {"role": "SELLER", "name": "李秀英", "phone": "13900139000"}],
  "services": [], "instalments": "ALL_AT_SIGNING", "discount": {"percent": "5", "reason": "老客户"}}'
contract=$(field contractNo); echo "contract $contract: $(field status)"

step "提交人不能自己审批，店长审批 / four eyes, then the manager approves"
call GET '/api/v1/tasks?queue=group' demo-manager-key
task=$(tr '{' '\n' < "$out" | grep "$contract" | grep -oE '"id" ?: ?"[^"]*"' | head -1 | sed 's/.*"\([^"]*\)"$/\1/')
if call POST "/api/v1/tasks/$task/complete" demo-key '{"decision": "APPROVE"}' 2>/dev/null; then echo "four eyes failed" >&2; exit 1; fi
echo "the clerk's key was refused"
call POST "/api/v1/tasks/$task/complete" demo-manager-key '{"decision": "APPROVE"}'
await status PENDING_CONFIRMATION "/api/v1/contracts/$contract"
echo "approved; fee list of $(field total) frozen"
echo "the buyer's link: $(field link)"

step "客户确认收费清单 / the payers confirm the fee list"
call POST "/api/v1/contracts/$contract/fee-list/confirm" demo-key '{"evidence": "双方在纸质清单上签字"}'
await status COLLECTING "/api/v1/contracts/$contract"
for _ in $(seq 60); do call GET "/api/v1/receivables?contractNo=$contract" demo-key; [ -n "$(field no 2)" ] && break; sleep 0.5; done
first=$(field no 1); second=$(field no 2); amount=$(field amount 1)
echo "receivables $first and $second, $amount each"

step "微信扫码 / WeChat Pay: the phone scans and pays"
call POST "/api/v1/receivables/$first/payments" demo-key '{"method": "WECHAT", "amount": "'"$amount"'"}'
payment=$(field paymentNo); code=$(field codeUrl); echo "payment $payment, code $code"
call POST /sandbox/pay demo-key '{"codeUrl": "'"$code"'"}'
await status PAID "/api/v1/payments/$payment"
receipt=$(field receiptNo); echo "paid; receipt $receipt"

step "现金 / the seller pays cash"
call POST "/api/v1/receivables/$second/payments" demo-key '{"method": "CASH", "amount": "'"$amount"'"}'
echo "receipt $(field receiptNo)"

step "结清关闭 / the process ends by itself"
await status CLOSED "/api/v1/contracts/$contract"
call GET "/api/v1/contracts/$contract" demo-key
case $(cat "$out") in *'"steps":[]'*) echo "contract closed, no step is waiting" ;; *) echo "steps still wait" >&2; exit 1 ;; esac

step "收据 / the receipt as PDF"
curl -sSf -o "receipt-$receipt.pdf" -H 'Authorization: Bearer demo-key' "$base/api/v1/receipts/$receipt.pdf"
head -c 5 "receipt-$receipt.pdf"; echo " receipt-$receipt.pdf"

step "试算平衡 / the trial balance balances"
call GET /api/v1/ledger/trial-balance demo-key
sum() { grep -oE "\"$1\" ?: ?\"[^\"]*\"" "$out" | sed 's/.*"\([0-9.]*\)"$/\1/' | awk '{fen += $1 * 100} END {printf "%.0f\n", fen}'; }
debit=$(sum debit); credit=$(sum credit)
[ "$debit" = "$credit" ] && echo "debit = credit = $debit fen"
