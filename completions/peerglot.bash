# SPDX-License-Identifier: Apache-2.0
# Completion of peerglot for bash: source it, or put it into
# /usr/share/bash-completion/completions/peerglot. Written by `peerglot completion bash`.

_peerglot_words() {
  case $1 in
    networks) echo 'bitcoin bitcoin-testnet3 bitcoin-testnet4 bitcoin-signet bitcoin-regtest litecoin litecoin-testnet litecoin-regtest dogecoin dogecoin-testnet dogecoin-regtest bitcoin-cash bitcoin-cash-testnet3 bitcoin-cash-testnet4 bitcoin-cash-scalenet bitcoin-cash-chipnet bitcoin-cash-regtest dash dash-testnet dash-devnet dash-regtest namecoin namecoin-testnet namecoin-regtest bitshares bitshares-testnet witnet witnet-testnet witnet-development rustchain' ;;
    commands) echo 'dial ping send listen crawl map swarm demo decode encode explain keys completion' ;;
    messages:bitcoin|messages:bitcoin-testnet3|messages:bitcoin-testnet4|messages:bitcoin-signet|messages:bitcoin-regtest|messages:litecoin|messages:litecoin-testnet|messages:litecoin-regtest|messages:dogecoin|messages:dogecoin-testnet|messages:dogecoin-regtest|messages:bitcoin-cash|messages:bitcoin-cash-testnet3|messages:bitcoin-cash-testnet4|messages:bitcoin-cash-scalenet|messages:bitcoin-cash-chipnet|messages:bitcoin-cash-regtest|messages:dash|messages:dash-testnet|messages:dash-devnet|messages:dash-regtest|messages:namecoin|messages:namecoin-testnet|messages:namecoin-regtest) echo 'version verack wtxidrelay sendaddrv2 sendtxrcncl feature disabletx sendpackages getaddr addr addrv2 ping pong inv getdata notfound tx mempool feefilter getblocks getheaders headers sendheaders block merkleblock sendcmpct cmpctblock getblocktxn blocktxn filterload filteradd filterclear getcfilters cfilter getcfheaders cfheaders getcfcheckpt cfcheckpt reqrecon sketch reqsketchext reconcildiff ancpkginfo getpkgtxns pkgtxns uproof getuproof uttls getuttls usummary utreexotx uroot geturoot alert reject getutxos utxos checkorder submitorder reply block_header outpoint addrv2_entry' ;;
    messages:bitshares|messages:bitshares-testnet) echo 'trx_message block_message item_ids_inventory_message blockchain_item_ids_inventory_message fetch_blockchain_item_ids_message fetch_items_message item_not_available_message hello_message connection_accepted_message connection_rejected_message address_request_message address_message closing_connection_message current_time_request_message current_time_reply_message check_firewall_message check_firewall_reply_message get_current_connections_request_message get_current_connections_reply_message signed_block signed_block_header block_header signed_transaction processed_transaction transaction operation operation_result authority memo_data chain_parameters fee_schedule asset price transfer limit_order_create limit_order_cancel call_order_update fill_order account_create account_update account_whitelist account_upgrade account_transfer asset_create asset_update asset_update_bitasset asset_update_feed_producers asset_issue asset_reserve asset_fund_fee_pool asset_settle asset_global_settle asset_publish_feed witness_create witness_update proposal_create proposal_update proposal_delete withdraw_permission_create withdraw_permission_update withdraw_permission_claim withdraw_permission_delete committee_member_create committee_member_update committee_member_update_global_parameters vesting_balance_create vesting_balance_withdraw worker_create custom assert balance_claim override_transfer transfer_to_blind blind_transfer transfer_from_blind asset_settle_cancel asset_claim_fees fba_distribute bid_collateral execute_bid asset_claim_pool asset_update_issuer htlc_create htlc_redeem htlc_redeemed htlc_extend htlc_refund custom_authority_create custom_authority_update custom_authority_delete ticket_create ticket_update liquidity_pool_create liquidity_pool_delete liquidity_pool_deposit liquidity_pool_withdraw liquidity_pool_exchange samet_fund_create samet_fund_delete samet_fund_update samet_fund_borrow samet_fund_repay credit_offer_create credit_offer_delete credit_offer_update credit_offer_accept credit_deal_repay credit_deal_expired liquidity_pool_update credit_deal_update limit_order_update' ;;
    messages:witnet|messages:witnet-testnet|messages:witnet-development) echo 'Version Verack GetPeers Peers Block InventoryAnnouncement InventoryRequest LastBeacon Transaction SuperBlockVote SuperBlock Message BlockHeader VTTransaction DRTransaction CommitTransaction RevealTransaction TallyTransaction MintTransaction StakeTransaction UnstakeTransaction DataRequestOutput RADRequest CheckpointVRF DataRequestVrfMessage ConsensusConstants' ;;
    messages:rustchain) echo 'Block GetBlocks GetData Inv Tx SendBitCoin KnownNodes Version Message AdminNodeQuery bincode-block bincode-transaction Package' ;;
    options:dial) echo '--bind --chain-id --color --genesis --help --jobs --json --key --keylog --magic --proxy --quiet --random-seed --record --timeout --transport --user-agent --verbose' ;;
    options:ping) echo '--bind --chain-id --color --count --genesis --help --interval --json --key --keylog --magic --proxy --quiet --random-seed --record --timeout --transport --user-agent --verbose' ;;
    options:send) echo '--bind --body --chain-id --color --genesis --help --hex --json --key --keylog --magic --proxy --quiet --random-seed --record --repeat --timeout --transport --tree --until --user-agent --verbose --wait --yes' ;;
    options:listen) echo '--bind --chain-id --color --for --full --genesis --help --json --key --keylog --magic --max-peers --port --proxy --quiet --random-seed --record --timeout --transport --tree --user-agent --verbose' ;;
    options:crawl) echo '--back-off --bind --chain-id --color --connect-timeout --contact --dry-run --exclude --genesis --handshake-timeout --help --jobs --json --key --keylog --lease --magic --max-depth --max-peers --max-per-prefix --max-per-source --max-time --prefix-rate --proxy --quiet --random-seed --rate --record --retries --store --timeout --transport --user-agent --verbose' ;;
    options:map) echo '--answered --color --csv --diff --dot --gexf --graphml --help --html --json --mmdb --quiet --verbose' ;;
    options:swarm) echo '--awkward --chain-id --color --for --genesis --help --json --magic --nodes --quiet --random-seed --transport --truth --verbose' ;;
    options:demo) echo '--color --help --json --network --output --quiet --verbose' ;;
    options:decode) echo '--as --chain-id --color --fields --follow --genesis --help --jobs --json --keys --magic --only-faults --quiet --stats --strict --transport --tree --type --verbose --where' ;;
    options:encode) echo '--body --chain-id --color --frame --genesis --help --hex --json --magic --quiet --transport --verbose' ;;
    options:explain) echo '--color --help --json --markdown --quiet --verbose' ;;
    options:keys) echo '--color --help --json --key --quiet --random-seed --verbose' ;;
    options:completion) echo '--color --help --json --quiet --verbose' ;;
  esac
}

_peerglot() {
  local current=${COMP_WORDS[COMP_CWORD]} command= network= place=0 word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      -*) ;;
      *)
        if [ -z "$command" ]; then command=$word
        elif [ -z "$network" ]; then network=${word%%:*}; place=1
        else place=$((place + 1)); fi ;;
    esac
  done
  local words=
  if [ -z "$command" ]; then
    words=$(_peerglot_words commands)
  elif [[ $current == -* ]]; then
    words=$(_peerglot_words "options:$command")
  else
    case $command:$place in
      explain:0|encode:0|listen:0|swarm:0|keys:1) words=$(_peerglot_words networks) ;;
      keys:0) words='new show' ;;
      completion:0) words=bash ;;
      help:0) words=$(_peerglot_words commands) ;;
      dial:*|ping:0|send:0|crawl:*)
        compopt -o nospace 2>/dev/null
        words=$(for word in $(_peerglot_words networks); do echo "$word://"; done) ;;
      explain:1|encode:1|send:1) words=$(_peerglot_words "messages:$network") ;;
      *) COMPREPLY=($(compgen -f -- "$current")); return ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}

complete -o default -F _peerglot peerglot ./peerglot
