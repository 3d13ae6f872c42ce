# SPDX-License-Identifier: Apache-2.0
# Completion of peerglot for bash: source it, or put it into
# /usr/share/bash-completion/completions/peerglot. Written by `peerglot completion bash`.

_peerglot_lines() {
  case $1 in
    commands) printf '%s\n' 'dial' 'ping' 'send' 'listen' 'identify' 'shell' 'crawl' 'map' 'swarm' 'demo' 'decode' 'encode' 'explain' 'keys' 'completion' 'help' ;;
    topics) printf '%s\n' 'dial' 'ping' 'send' 'listen' 'identify' 'shell' 'crawl' 'map' 'swarm' 'demo' 'decode' 'encode' 'explain' 'keys' 'completion' 'peers' 'fields' 'records' 'exit-status' 'key-logs' 'environment' ;;
    networks) printf '%s\n' 'bitcoin' 'bitcoin-testnet3' 'bitcoin-testnet4' 'bitcoin-signet' 'bitcoin-regtest' 'litecoin' 'litecoin-testnet' 'litecoin-regtest' 'dogecoin' 'dogecoin-testnet' 'dogecoin-regtest' 'bitcoin-cash' 'bitcoin-cash-testnet3' 'bitcoin-cash-testnet4' 'bitcoin-cash-scalenet' 'bitcoin-cash-chipnet' 'bitcoin-cash-regtest' 'dash' 'dash-testnet' 'dash-devnet' 'dash-regtest' 'namecoin' 'namecoin-testnet' 'namecoin-regtest' 'bitshares' 'bitshares-testnet' 'parallelchain' 'libp2p' 'witnet' 'witnet-testnet' 'witnet-development' 'rustchain' ;;
    peers) printf '%s\n' 'bitcoin://' 'bitcoin-testnet3://' 'bitcoin-testnet4://' 'bitcoin-signet://' 'bitcoin-regtest://' 'litecoin://' 'litecoin-testnet://' 'litecoin-regtest://' 'dogecoin://' 'dogecoin-testnet://' 'dogecoin-regtest://' 'bitcoin-cash://' 'bitcoin-cash-testnet3://' 'bitcoin-cash-testnet4://' 'bitcoin-cash-scalenet://' 'bitcoin-cash-chipnet://' 'bitcoin-cash-regtest://' 'dash://' 'dash-testnet://' 'dash-devnet://' 'dash-regtest://' 'namecoin://' 'namecoin-testnet://' 'namecoin-regtest://' 'bitshares://' 'bitshares-testnet://' 'parallelchain://' 'libp2p://' 'witnet://' 'witnet-testnet://' 'witnet-development://' 'rustchain://' ;;
    options:dial) printf '%s\n' '--chain-id' '--magic' '--transport' '--genesis' '--timeout' '--keylog' '--record' '--key' '--proxy' '--onion-proxy' '--bind' '--user-agent' '--random-seed' '--jobs' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:ping) printf '%s\n' '--count' '--interval' '--chain-id' '--magic' '--transport' '--genesis' '--timeout' '--keylog' '--record' '--key' '--proxy' '--onion-proxy' '--bind' '--user-agent' '--random-seed' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:send) printf '%s\n' '--body' '--hex' '--wait' '--until' '--repeat' '--yes' '--tree' '--match' '--chain-id' '--magic' '--transport' '--genesis' '--timeout' '--keylog' '--record' '--key' '--proxy' '--onion-proxy' '--bind' '--user-agent' '--random-seed' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:listen) printf '%s\n' '--port' '--for' '--max-peers' '--full' '--tree' '--match' '--chain-id' '--magic' '--transport' '--genesis' '--timeout' '--keylog' '--record' '--key' '--proxy' '--onion-proxy' '--bind' '--user-agent' '--random-seed' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:identify) printf '%s\n' '--listen' '--handshake-timeout' '--chain-id' '--magic' '--transport' '--genesis' '--timeout' '--keylog' '--record' '--key' '--proxy' '--onion-proxy' '--bind' '--user-agent' '--random-seed' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:shell) printf '%s\n' '--chain-id' '--magic' '--transport' '--genesis' '--timeout' '--keylog' '--record' '--key' '--proxy' '--onion-proxy' '--bind' '--user-agent' '--random-seed' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:crawl) printf '%s\n' '--store' '--lease' '--max-peers' '--max-depth' '--max-time' '--rate' '--prefix-rate' '--retries' '--back-off' '--max-per-prefix' '--max-per-source' '--connect-timeout' '--handshake-timeout' '--exclude' '--contact' '--dry-run' '--jobs' '--chain-id' '--magic' '--transport' '--genesis' '--timeout' '--keylog' '--record' '--key' '--proxy' '--onion-proxy' '--bind' '--user-agent' '--random-seed' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:map) printf '%s\n' '--dot' '--graphml' '--gexf' '--csv' '--html' '--answered' '--diff' '--mmdb' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:swarm) printf '%s\n' '--nodes' '--awkward' '--random-seed' '--truth' '--for' '--chain-id' '--magic' '--transport' '--genesis' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:demo) printf '%s\n' '--network' '--output' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:decode) printf '%s\n' '--keys' '--as' '--type' '--follow' '--stats' '--where' '--only-faults' '--fields' '--export' '--strict' '--tree' '--jobs' '--chain-id' '--magic' '--transport' '--genesis' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:encode) printf '%s\n' '--body' '--hex' '--frame' '--chain-id' '--magic' '--transport' '--genesis' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:explain) printf '%s\n' '--markdown' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:keys) printf '%s\n' '--key' '--random-seed' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    options:completion) printf '%s\n' '--json' '--quiet' '--verbose' '--color' '--help' ;;
    kind:*:--chain-id) echo 'text' ;;
    kind:*:--magic) echo 'text' ;;
    kind:*:--transport) echo 'choice:v1 v2 auto' ;;
    kind:*:--genesis) echo 'file' ;;
    kind:*:--timeout) echo 'text' ;;
    kind:*:--keylog) echo 'file' ;;
    kind:*:--record) echo 'file' ;;
    kind:*:--key) echo 'file' ;;
    kind:*:--proxy) echo 'text' ;;
    kind:*:--onion-proxy) echo 'text' ;;
    kind:*:--bind) echo 'text' ;;
    kind:*:--user-agent) echo 'text' ;;
    kind:*:--random-seed) echo 'text' ;;
    kind:*:--jobs) echo 'text' ;;
    kind:*:--color) echo 'choice:auto always never' ;;
    kind:*:-c) echo 'text' ;;
    kind:*:--count) echo 'text' ;;
    kind:*:-i) echo 'text' ;;
    kind:*:--interval) echo 'text' ;;
    kind:*:--body) echo 'file' ;;
    kind:*:--hex) echo 'text' ;;
    kind:*:--wait) echo 'text' ;;
    kind:*:--until) echo 'message' ;;
    kind:*:--repeat) echo 'text' ;;
    kind:*:--match) echo 'text' ;;
    kind:*:-p) echo 'text' ;;
    kind:*:--port) echo 'text' ;;
    kind:*:--for) echo 'text' ;;
    kind:*:--max-peers) echo 'text' ;;
    kind:*:--listen) echo 'text' ;;
    kind:*:--handshake-timeout) echo 'text' ;;
    kind:*:--store) echo 'file' ;;
    kind:*:--lease) echo 'text' ;;
    kind:*:--max-depth) echo 'text' ;;
    kind:*:--max-time) echo 'text' ;;
    kind:*:--rate) echo 'text' ;;
    kind:*:--prefix-rate) echo 'text' ;;
    kind:*:--retries) echo 'text' ;;
    kind:*:--back-off) echo 'text' ;;
    kind:*:--max-per-prefix) echo 'text' ;;
    kind:*:--max-per-source) echo 'text' ;;
    kind:*:--connect-timeout) echo 'text' ;;
    kind:*:--exclude) echo 'file' ;;
    kind:*:--contact) echo 'text' ;;
    kind:*:--diff) echo 'file' ;;
    kind:*:--mmdb) echo 'file' ;;
    kind:*:--nodes) echo 'text' ;;
    kind:*:--awkward) echo 'text' ;;
    kind:*:--truth) echo 'file' ;;
    kind:*:--network) echo 'network' ;;
    kind:*:--output) echo 'folder' ;;
    kind:*:--keys) echo 'file' ;;
    kind:*:--as) echo 'network' ;;
    kind:*:--type) echo 'type' ;;
    kind:*:--where) echo 'text' ;;
    kind:*:--fields) echo 'text' ;;
    kind:*:--export) echo 'file' ;;
    kind:help:0) echo 'topic' ;;
    kind:dial:[0-9]*) echo 'peer' ;;
    kind:ping:0) echo 'peer' ;;
    kind:send:0) echo 'peer' ;;
    kind:send:1) echo 'message' ;;
    kind:send:[0-9]*) echo 'field' ;;
    kind:listen:0) echo 'network' ;;
    kind:identify:[0-9]*) echo 'text' ;;
    kind:shell:[0-9]*) echo 'peer' ;;
    kind:crawl:[0-9]*) echo 'peer' ;;
    kind:map:0) echo 'file' ;;
    kind:swarm:0) echo 'network' ;;
    kind:decode:[0-9]*) echo 'file' ;;
    kind:encode:0) echo 'network' ;;
    kind:encode:1) echo 'type' ;;
    kind:encode:[0-9]*) echo 'field' ;;
    kind:explain:0) echo 'network' ;;
    kind:explain:1) echo 'type' ;;
    kind:keys:0) echo 'choice:new show' ;;
    kind:keys:1) echo 'network' ;;
    kind:completion:0) echo 'choice:bash zsh fish' ;;
    family:bitcoin|family:bitcoin-testnet3|family:bitcoin-testnet4|family:bitcoin-signet|family:bitcoin-regtest|family:litecoin|family:litecoin-testnet|family:litecoin-regtest|family:dogecoin|family:dogecoin-testnet|family:dogecoin-regtest|family:bitcoin-cash|family:bitcoin-cash-testnet3|family:bitcoin-cash-testnet4|family:bitcoin-cash-scalenet|family:bitcoin-cash-chipnet|family:bitcoin-cash-regtest|family:dash|family:dash-testnet|family:dash-devnet|family:dash-regtest|family:namecoin|family:namecoin-testnet|family:namecoin-regtest) echo 'bitcoin' ;;
    messages:bitcoin) printf '%s\n' 'version' 'verack' 'wtxidrelay' 'sendaddrv2' 'sendtxrcncl' 'feature' 'disabletx' 'sendpackages' 'getaddr' 'addr' 'addrv2' 'ping' 'pong' 'inv' 'getdata' 'notfound' 'tx' 'mempool' 'feefilter' 'getblocks' 'getheaders' 'headers' 'sendheaders' 'block' 'merkleblock' 'sendcmpct' 'cmpctblock' 'getblocktxn' 'blocktxn' 'filterload' 'filteradd' 'filterclear' 'getcfilters' 'cfilter' 'getcfheaders' 'cfheaders' 'getcfcheckpt' 'cfcheckpt' 'reqrecon' 'sketch' 'reqsketchext' 'reconcildiff' 'ancpkginfo' 'getpkgtxns' 'pkgtxns' 'uproof' 'getuproof' 'uttls' 'getuttls' 'usummary' 'utreexotx' 'uroot' 'geturoot' 'alert' 'reject' 'getutxos' 'utxos' 'checkorder' 'submitorder' 'reply' ;;
    types:bitcoin) printf '%s\n' 'version' 'verack' 'wtxidrelay' 'sendaddrv2' 'sendtxrcncl' 'feature' 'disabletx' 'sendpackages' 'getaddr' 'addr' 'addrv2' 'ping' 'pong' 'inv' 'getdata' 'notfound' 'tx' 'mempool' 'feefilter' 'getblocks' 'getheaders' 'headers' 'sendheaders' 'block' 'merkleblock' 'sendcmpct' 'cmpctblock' 'getblocktxn' 'blocktxn' 'filterload' 'filteradd' 'filterclear' 'getcfilters' 'cfilter' 'getcfheaders' 'cfheaders' 'getcfcheckpt' 'cfcheckpt' 'reqrecon' 'sketch' 'reqsketchext' 'reconcildiff' 'ancpkginfo' 'getpkgtxns' 'pkgtxns' 'uproof' 'getuproof' 'uttls' 'getuttls' 'usummary' 'utreexotx' 'uroot' 'geturoot' 'alert' 'reject' 'getutxos' 'utxos' 'checkorder' 'submitorder' 'reply' 'block_header' 'outpoint' 'addrv2_entry' ;;
    fields:bitcoin/version) printf '%s\n' 'version=' 'services=' 'time=' 'addr_recv=' 'addr_from=' 'nonce=' 'user_agent=' 'start_height=' 'relay=' ;;
    fields:bitcoin/sendtxrcncl) printf '%s\n' 'version=' 'salt=' ;;
    fields:bitcoin/feature) printf '%s\n' 'featureid=' 'featuredata=' ;;
    fields:bitcoin/sendpackages) echo 'versions=' ;;
    fields:bitcoin/addr) echo 'addresses=' ;;
    fields:bitcoin/addrv2) echo 'addresses=' ;;
    fields:bitcoin/ping) echo 'nonce=' ;;
    fields:bitcoin/pong) echo 'nonce=' ;;
    fields:bitcoin/inv) echo 'inventory=' ;;
    fields:bitcoin/getdata) echo 'inventory=' ;;
    fields:bitcoin/notfound) echo 'inventory=' ;;
    fields:bitcoin/tx) printf '%s\n' 'version=' 'flag=' 'inputs=' 'outputs=' 'witness=' 'lock_time=' ;;
    fields:bitcoin/feefilter) echo 'feerate=' ;;
    fields:bitcoin/getblocks) printf '%s\n' 'version=' 'locator=' 'stop_hash=' ;;
    fields:bitcoin/getheaders) printf '%s\n' 'version=' 'locator=' 'stop_hash=' ;;
    fields:bitcoin/headers) echo 'headers=' ;;
    fields:bitcoin/block) printf '%s\n' 'header=' 'transactions=' ;;
    fields:bitcoin/merkleblock) printf '%s\n' 'header=' 'total_transactions=' 'hashes=' 'flags=' ;;
    fields:bitcoin/sendcmpct) printf '%s\n' 'announce=' 'version=' ;;
    fields:bitcoin/cmpctblock) printf '%s\n' 'header=' 'nonce=' 'shortids=' 'prefilledtxn=' ;;
    fields:bitcoin/getblocktxn) printf '%s\n' 'blockhash=' 'indexes=' ;;
    fields:bitcoin/blocktxn) printf '%s\n' 'blockhash=' 'transactions=' ;;
    fields:bitcoin/filterload) printf '%s\n' 'filter=' 'n_hash_funcs=' 'n_tweak=' 'n_flags=' ;;
    values:bitcoin/filterload/n_flags) printf '%s\n' 'n_flags=UPDATE_NONE' 'n_flags=UPDATE_ALL' 'n_flags=UPDATE_P2PUBKEY_ONLY' ;;
    fields:bitcoin/filteradd) echo 'data=' ;;
    fields:bitcoin/getcfilters) printf '%s\n' 'filter_type=' 'start_height=' 'stop_hash=' ;;
    values:bitcoin/getcfilters/filter_type) echo 'filter_type=basic' ;;
    fields:bitcoin/cfilter) printf '%s\n' 'filter_type=' 'block_hash=' 'filter_bytes=' ;;
    values:bitcoin/cfilter/filter_type) echo 'filter_type=basic' ;;
    fields:bitcoin/getcfheaders) printf '%s\n' 'filter_type=' 'start_height=' 'stop_hash=' ;;
    values:bitcoin/getcfheaders/filter_type) echo 'filter_type=basic' ;;
    fields:bitcoin/cfheaders) printf '%s\n' 'filter_type=' 'stop_hash=' 'previous_filter_header=' 'filter_hashes=' ;;
    values:bitcoin/cfheaders/filter_type) echo 'filter_type=basic' ;;
    fields:bitcoin/getcfcheckpt) printf '%s\n' 'filter_type=' 'stop_hash=' ;;
    values:bitcoin/getcfcheckpt/filter_type) echo 'filter_type=basic' ;;
    fields:bitcoin/cfcheckpt) printf '%s\n' 'filter_type=' 'stop_hash=' 'filter_headers=' ;;
    values:bitcoin/cfcheckpt/filter_type) echo 'filter_type=basic' ;;
    fields:bitcoin/reqrecon) printf '%s\n' 'set_size=' 'q=' ;;
    fields:bitcoin/sketch) echo 'skdata=' ;;
    fields:bitcoin/reconcildiff) printf '%s\n' 'success=' 'ask_shortids=' ;;
    fields:bitcoin/ancpkginfo) echo 'txns=' ;;
    fields:bitcoin/getpkgtxns) echo 'txns=' ;;
    fields:bitcoin/pkgtxns) echo 'txns=' ;;
    fields:bitcoin/uproof) echo 'payload=' ;;
    fields:bitcoin/getuproof) echo 'payload=' ;;
    fields:bitcoin/uttls) echo 'payload=' ;;
    fields:bitcoin/getuttls) echo 'payload=' ;;
    fields:bitcoin/usummary) echo 'payload=' ;;
    fields:bitcoin/utreexotx) echo 'payload=' ;;
    fields:bitcoin/uroot) echo 'payload=' ;;
    fields:bitcoin/geturoot) echo 'payload=' ;;
    fields:bitcoin/alert) printf '%s\n' 'payload=' 'signature=' ;;
    fields:bitcoin/reject) printf '%s\n' 'message=' 'ccode=' 'reason=' 'data=' ;;
    values:bitcoin/reject/ccode) printf '%s\n' 'ccode=MALFORMED' 'ccode=INVALID' 'ccode=OBSOLETE' 'ccode=DUPLICATE' 'ccode=NONSTANDARD' 'ccode=DUST' 'ccode=INSUFFICIENTFEE' 'ccode=CHECKPOINT' ;;
    fields:bitcoin/getutxos) printf '%s\n' 'check_mempool=' 'outpoints=' ;;
    fields:bitcoin/utxos) printf '%s\n' 'height=' 'tip_hash=' 'hit_bitmap=' 'result_utxos=' ;;
    fields:bitcoin/checkorder) echo 'payload=' ;;
    fields:bitcoin/submitorder) echo 'payload=' ;;
    fields:bitcoin/reply) echo 'payload=' ;;
    fields:bitcoin/block_header) printf '%s\n' 'version=' 'previous_block=' 'merkle_root=' 'time=' 'bits=' 'nonce=' ;;
    fields:bitcoin/outpoint) printf '%s\n' 'txid=' 'index=' ;;
    fields:bitcoin/addrv2_entry) printf '%s\n' 'time=' 'services=' 'networkID=' 'addr=' 'port=' ;;
    values:bitcoin/addrv2_entry/networkID) printf '%s\n' 'networkID=IPV4' 'networkID=IPV6' 'networkID=TORV2' 'networkID=TORV3' 'networkID=I2P' 'networkID=CJDNS' 'networkID=YGGDRASIL' ;;
    family:bitshares|family:bitshares-testnet) echo 'bitshares' ;;
    messages:bitshares) printf '%s\n' 'trx_message' 'block_message' 'item_ids_inventory_message' 'blockchain_item_ids_inventory_message' 'fetch_blockchain_item_ids_message' 'fetch_items_message' 'item_not_available_message' 'hello_message' 'connection_accepted_message' 'connection_rejected_message' 'address_request_message' 'address_message' 'closing_connection_message' 'current_time_request_message' 'current_time_reply_message' 'check_firewall_message' 'check_firewall_reply_message' 'get_current_connections_request_message' 'get_current_connections_reply_message' ;;
    types:bitshares) printf '%s\n' 'trx_message' 'block_message' 'item_ids_inventory_message' 'blockchain_item_ids_inventory_message' 'fetch_blockchain_item_ids_message' 'fetch_items_message' 'item_not_available_message' 'hello_message' 'connection_accepted_message' 'connection_rejected_message' 'address_request_message' 'address_message' 'closing_connection_message' 'current_time_request_message' 'current_time_reply_message' 'check_firewall_message' 'check_firewall_reply_message' 'get_current_connections_request_message' 'get_current_connections_reply_message' 'signed_block' 'signed_block_header' 'block_header' 'signed_transaction' 'processed_transaction' 'transaction' 'operation' 'operation_result' 'authority' 'memo_data' 'chain_parameters' 'fee_schedule' 'asset' 'price' 'transfer' 'limit_order_create' 'limit_order_cancel' 'call_order_update' 'fill_order' 'account_create' 'account_update' 'account_whitelist' 'account_upgrade' 'account_transfer' 'asset_create' 'asset_update' 'asset_update_bitasset' 'asset_update_feed_producers' 'asset_issue' 'asset_reserve' 'asset_fund_fee_pool' 'asset_settle' 'asset_global_settle' 'asset_publish_feed' 'witness_create' 'witness_update' 'proposal_create' 'proposal_update' 'proposal_delete' 'withdraw_permission_create' 'withdraw_permission_update' 'withdraw_permission_claim' 'withdraw_permission_delete' 'committee_member_create' 'committee_member_update' 'committee_member_update_global_parameters' 'vesting_balance_create' 'vesting_balance_withdraw' 'worker_create' 'custom' 'assert' 'balance_claim' 'override_transfer' 'transfer_to_blind' 'blind_transfer' 'transfer_from_blind' 'asset_settle_cancel' 'asset_claim_fees' 'fba_distribute' 'bid_collateral' 'execute_bid' 'asset_claim_pool' 'asset_update_issuer' 'htlc_create' 'htlc_redeem' 'htlc_redeemed' 'htlc_extend' 'htlc_refund' 'custom_authority_create' 'custom_authority_update' 'custom_authority_delete' 'ticket_create' 'ticket_update' 'liquidity_pool_create' 'liquidity_pool_delete' 'liquidity_pool_deposit' 'liquidity_pool_withdraw' 'liquidity_pool_exchange' 'samet_fund_create' 'samet_fund_delete' 'samet_fund_update' 'samet_fund_borrow' 'samet_fund_repay' 'credit_offer_create' 'credit_offer_delete' 'credit_offer_update' 'credit_offer_accept' 'credit_deal_repay' 'credit_deal_expired' 'liquidity_pool_update' 'credit_deal_update' 'limit_order_update' ;;
    fields:bitshares/trx_message|fields:bitshares/trx) echo 'trx=' ;;
    fields:bitshares/block_message|fields:bitshares/block) printf '%s\n' 'block=' 'block_id=' ;;
    fields:bitshares/item_ids_inventory_message|fields:bitshares/item_ids_inventory) printf '%s\n' 'item_type=' 'item_hashes_available=' ;;
    values:bitshares/item_ids_inventory_message/item_type|values:bitshares/item_ids_inventory/item_type) printf '%s\n' 'item_type=trx_message_type' 'item_type=block_message_type' ;;
    fields:bitshares/blockchain_item_ids_inventory_message|fields:bitshares/blockchain_item_ids_inventory) printf '%s\n' 'total_remaining_item_count=' 'item_type=' 'item_hashes_available=' ;;
    values:bitshares/blockchain_item_ids_inventory_message/item_type|values:bitshares/blockchain_item_ids_inventory/item_type) printf '%s\n' 'item_type=trx_message_type' 'item_type=block_message_type' ;;
    fields:bitshares/fetch_blockchain_item_ids_message|fields:bitshares/fetch_blockchain_item_ids) printf '%s\n' 'item_type=' 'blockchain_synopsis=' ;;
    values:bitshares/fetch_blockchain_item_ids_message/item_type|values:bitshares/fetch_blockchain_item_ids/item_type) printf '%s\n' 'item_type=trx_message_type' 'item_type=block_message_type' ;;
    fields:bitshares/fetch_items_message|fields:bitshares/fetch_items) printf '%s\n' 'item_type=' 'items_to_fetch=' ;;
    values:bitshares/fetch_items_message/item_type|values:bitshares/fetch_items/item_type) printf '%s\n' 'item_type=trx_message_type' 'item_type=block_message_type' ;;
    fields:bitshares/item_not_available_message|fields:bitshares/item_not_available) echo 'requested_item=' ;;
    fields:bitshares/hello_message|fields:bitshares/hello) printf '%s\n' 'user_agent=' 'core_protocol_version=' 'inbound_address=' 'inbound_port=' 'outbound_port=' 'node_public_key=' 'signed_shared_secret=' 'chain_id=' 'user_data=' ;;
    fields:bitshares/connection_rejected_message|fields:bitshares/connection_rejected) printf '%s\n' 'user_agent=' 'core_protocol_version=' 'remote_endpoint=' 'reason_code=' 'reason_string=' ;;
    values:bitshares/connection_rejected_message/reason_code|values:bitshares/connection_rejected/reason_code) printf '%s\n' 'reason_code=unspecified' 'reason_code=different_chain' 'reason_code=already_connected' 'reason_code=connected_to_self' 'reason_code=not_accepting_connections' 'reason_code=blocked' 'reason_code=invalid_hello_message' 'reason_code=client_too_old' ;;
    fields:bitshares/address_message|fields:bitshares/address) echo 'addresses=' ;;
    fields:bitshares/closing_connection_message|fields:bitshares/closing_connection) printf '%s\n' 'reason_for_closing=' 'closing_due_to_error=' 'error=' ;;
    fields:bitshares/current_time_request_message|fields:bitshares/current_time_request) echo 'request_sent_time=' ;;
    fields:bitshares/current_time_reply_message|fields:bitshares/current_time_reply) printf '%s\n' 'request_sent_time=' 'request_received_time=' 'reply_transmitted_time=' ;;
    fields:bitshares/check_firewall_message|fields:bitshares/check_firewall) printf '%s\n' 'node_id=' 'endpoint_to_check=' ;;
    fields:bitshares/check_firewall_reply_message|fields:bitshares/check_firewall_reply) printf '%s\n' 'node_id=' 'endpoint_checked=' 'result=' ;;
    values:bitshares/check_firewall_reply_message/result|values:bitshares/check_firewall_reply/result) printf '%s\n' 'result=unable_to_check' 'result=unable_to_connect' 'result=connection_successful' ;;
    fields:bitshares/get_current_connections_reply_message|fields:bitshares/get_current_connections_reply) printf '%s\n' 'upload_rate_one_minute=' 'download_rate_one_minute=' 'upload_rate_fifteen_minutes=' 'download_rate_fifteen_minutes=' 'upload_rate_one_hour=' 'download_rate_one_hour=' 'current_connections=' ;;
    fields:bitshares/signed_block) printf '%s\n' 'previous=' 'timestamp=' 'witness=' 'transaction_merkle_root=' 'extensions=' 'witness_signature=' 'transactions=' ;;
    fields:bitshares/signed_block_header) printf '%s\n' 'previous=' 'timestamp=' 'witness=' 'transaction_merkle_root=' 'extensions=' 'witness_signature=' ;;
    fields:bitshares/block_header) printf '%s\n' 'previous=' 'timestamp=' 'witness=' 'transaction_merkle_root=' 'extensions=' ;;
    fields:bitshares/signed_transaction) printf '%s\n' 'ref_block_num=' 'ref_block_prefix=' 'expiration=' 'operations=' 'extensions=' 'signatures=' ;;
    fields:bitshares/processed_transaction) printf '%s\n' 'ref_block_num=' 'ref_block_prefix=' 'expiration=' 'operations=' 'extensions=' 'signatures=' 'operation_results=' ;;
    fields:bitshares/transaction) printf '%s\n' 'ref_block_num=' 'ref_block_prefix=' 'expiration=' 'operations=' 'extensions=' ;;
    fields:bitshares/authority) printf '%s\n' 'weight_threshold=' 'account_auths=' 'key_auths=' 'address_auths=' ;;
    fields:bitshares/memo_data) printf '%s\n' 'from=' 'to=' 'nonce=' 'message=' ;;
    fields:bitshares/chain_parameters) printf '%s\n' 'current_fees=' 'block_interval=' 'maintenance_interval=' 'maintenance_skip_slots=' 'committee_proposal_review_period=' 'maximum_transaction_size=' 'maximum_block_size=' 'maximum_time_until_expiration=' 'maximum_proposal_lifetime=' 'maximum_asset_whitelist_authorities=' 'maximum_asset_feed_publishers=' 'maximum_witness_count=' 'maximum_committee_count=' 'maximum_authority_membership=' 'reserve_percent_of_fee=' 'network_percent_of_fee=' 'lifetime_referrer_percent_of_fee=' 'cashback_vesting_period_seconds=' 'cashback_vesting_threshold=' 'count_non_member_votes=' 'allow_non_member_whitelists=' 'witness_pay_per_block=' 'worker_budget_per_day=' 'max_predicate_opcode=' 'fee_liquidation_threshold=' 'accounts_per_fee_scale=' 'account_fee_scale_bitshifts=' 'max_authority_depth=' 'extensions=' ;;
    fields:bitshares/fee_schedule) printf '%s\n' 'parameters=' 'scale=' ;;
    fields:bitshares/asset) printf '%s\n' 'amount=' 'asset_id=' ;;
    fields:bitshares/price) printf '%s\n' 'base=' 'quote=' ;;
    fields:bitshares/transfer) printf '%s\n' 'fee=' 'from=' 'to=' 'amount=' 'memo=' 'extensions=' ;;
    fields:bitshares/limit_order_create) printf '%s\n' 'fee=' 'seller=' 'amount_to_sell=' 'min_to_receive=' 'expiration=' 'fill_or_kill=' 'extensions=' ;;
    fields:bitshares/limit_order_cancel) printf '%s\n' 'fee=' 'fee_paying_account=' 'order=' 'extensions=' ;;
    fields:bitshares/call_order_update) printf '%s\n' 'fee=' 'funding_account=' 'delta_collateral=' 'delta_debt=' 'extensions=' ;;
    fields:bitshares/fill_order) printf '%s\n' 'fee=' 'order_id=' 'account_id=' 'pays=' 'receives=' 'fill_price=' 'is_maker=' ;;
    fields:bitshares/account_create) printf '%s\n' 'fee=' 'registrar=' 'referrer=' 'referrer_percent=' 'name=' 'owner=' 'active=' 'options=' 'extensions=' ;;
    fields:bitshares/account_update) printf '%s\n' 'fee=' 'account=' 'owner=' 'active=' 'new_options=' 'extensions=' ;;
    fields:bitshares/account_whitelist) printf '%s\n' 'fee=' 'authorizing_account=' 'account_to_list=' 'new_listing=' 'extensions=' ;;
    fields:bitshares/account_upgrade) printf '%s\n' 'fee=' 'account_to_upgrade=' 'upgrade_to_lifetime_member=' 'extensions=' ;;
    fields:bitshares/account_transfer) printf '%s\n' 'fee=' 'account_id=' 'new_owner=' 'extensions=' ;;
    fields:bitshares/asset_create) printf '%s\n' 'fee=' 'issuer=' 'symbol=' 'precision=' 'common_options=' 'bitasset_opts=' 'is_prediction_market=' 'extensions=' ;;
    fields:bitshares/asset_update) printf '%s\n' 'fee=' 'issuer=' 'asset_to_update=' 'new_issuer=' 'new_options=' 'extensions=' ;;
    fields:bitshares/asset_update_bitasset) printf '%s\n' 'fee=' 'issuer=' 'asset_to_update=' 'new_options=' 'extensions=' ;;
    fields:bitshares/asset_update_feed_producers) printf '%s\n' 'fee=' 'issuer=' 'asset_to_update=' 'new_feed_producers=' 'extensions=' ;;
    fields:bitshares/asset_issue) printf '%s\n' 'fee=' 'issuer=' 'asset_to_issue=' 'issue_to_account=' 'memo=' 'extensions=' ;;
    fields:bitshares/asset_reserve) printf '%s\n' 'fee=' 'payer=' 'amount_to_reserve=' 'extensions=' ;;
    fields:bitshares/asset_fund_fee_pool) printf '%s\n' 'fee=' 'from_account=' 'asset_id=' 'amount=' 'extensions=' ;;
    fields:bitshares/asset_settle) printf '%s\n' 'fee=' 'account=' 'amount=' 'extensions=' ;;
    fields:bitshares/asset_global_settle) printf '%s\n' 'fee=' 'issuer=' 'asset_to_settle=' 'settle_price=' 'extensions=' ;;
    fields:bitshares/asset_publish_feed) printf '%s\n' 'fee=' 'publisher=' 'asset_id=' 'feed=' 'extensions=' ;;
    fields:bitshares/witness_create) printf '%s\n' 'fee=' 'witness_account=' 'url=' 'block_signing_key=' ;;
    fields:bitshares/witness_update) printf '%s\n' 'fee=' 'witness=' 'witness_account=' 'new_url=' 'new_signing_key=' ;;
    fields:bitshares/proposal_create) printf '%s\n' 'fee=' 'fee_paying_account=' 'expiration_time=' 'proposed_ops=' 'review_period_seconds=' 'extensions=' ;;
    fields:bitshares/proposal_update) printf '%s\n' 'fee=' 'fee_paying_account=' 'proposal=' 'active_approvals_to_add=' 'active_approvals_to_remove=' 'owner_approvals_to_add=' 'owner_approvals_to_remove=' 'key_approvals_to_add=' 'key_approvals_to_remove=' 'extensions=' ;;
    fields:bitshares/proposal_delete) printf '%s\n' 'fee=' 'fee_paying_account=' 'using_owner_authority=' 'proposal=' 'extensions=' ;;
    fields:bitshares/withdraw_permission_create) printf '%s\n' 'fee=' 'withdraw_from_account=' 'authorized_account=' 'withdrawal_limit=' 'withdrawal_period_sec=' 'periods_until_expiration=' 'period_start_time=' ;;
    fields:bitshares/withdraw_permission_update) printf '%s\n' 'fee=' 'withdraw_from_account=' 'authorized_account=' 'permission_to_update=' 'withdrawal_limit=' 'withdrawal_period_sec=' 'period_start_time=' 'periods_until_expiration=' ;;
    fields:bitshares/withdraw_permission_claim) printf '%s\n' 'fee=' 'withdraw_permission=' 'withdraw_from_account=' 'withdraw_to_account=' 'amount_to_withdraw=' 'memo=' ;;
    fields:bitshares/withdraw_permission_delete) printf '%s\n' 'fee=' 'withdraw_from_account=' 'authorized_account=' 'withdrawal_permission=' ;;
    fields:bitshares/committee_member_create) printf '%s\n' 'fee=' 'committee_member_account=' 'url=' ;;
    fields:bitshares/committee_member_update) printf '%s\n' 'fee=' 'committee_member=' 'committee_member_account=' 'new_url=' ;;
    fields:bitshares/committee_member_update_global_parameters) printf '%s\n' 'fee=' 'new_parameters=' ;;
    fields:bitshares/vesting_balance_create) printf '%s\n' 'fee=' 'creator=' 'owner=' 'amount=' 'policy=' ;;
    fields:bitshares/vesting_balance_withdraw) printf '%s\n' 'fee=' 'vesting_balance=' 'owner=' 'amount=' ;;
    fields:bitshares/worker_create) printf '%s\n' 'fee=' 'owner=' 'work_begin_date=' 'work_end_date=' 'daily_pay=' 'name=' 'url=' 'initializer=' ;;
    fields:bitshares/custom) printf '%s\n' 'fee=' 'payer=' 'required_auths=' 'id=' 'data=' ;;
    fields:bitshares/assert) printf '%s\n' 'fee=' 'fee_paying_account=' 'predicates=' 'required_auths=' 'extensions=' ;;
    fields:bitshares/balance_claim) printf '%s\n' 'fee=' 'deposit_to_account=' 'balance_to_claim=' 'balance_owner_key=' 'total_claimed=' ;;
    fields:bitshares/override_transfer) printf '%s\n' 'fee=' 'issuer=' 'from=' 'to=' 'amount=' 'memo=' 'extensions=' ;;
    fields:bitshares/transfer_to_blind) printf '%s\n' 'fee=' 'amount=' 'from=' 'blinding_factor=' 'outputs=' ;;
    fields:bitshares/blind_transfer) printf '%s\n' 'fee=' 'inputs=' 'outputs=' ;;
    fields:bitshares/transfer_from_blind) printf '%s\n' 'fee=' 'amount=' 'to=' 'blinding_factor=' 'inputs=' ;;
    fields:bitshares/asset_settle_cancel) printf '%s\n' 'fee=' 'settlement=' 'account=' 'amount=' ;;
    fields:bitshares/asset_claim_fees) printf '%s\n' 'fee=' 'issuer=' 'amount_to_claim=' 'extensions=' ;;
    fields:bitshares/fba_distribute) printf '%s\n' 'fee=' 'account_id=' 'fba_id=' 'amount=' ;;
    fields:bitshares/bid_collateral) printf '%s\n' 'fee=' 'bidder=' 'additional_collateral=' 'debt_covered=' 'extensions=' ;;
    fields:bitshares/execute_bid) printf '%s\n' 'fee=' 'bidder=' 'debt=' 'collateral=' ;;
    fields:bitshares/asset_claim_pool) printf '%s\n' 'fee=' 'issuer=' 'asset_id=' 'amount_to_claim=' 'extensions=' ;;
    fields:bitshares/asset_update_issuer) printf '%s\n' 'fee=' 'issuer=' 'asset_to_update=' 'new_issuer=' 'extensions=' ;;
    fields:bitshares/htlc_create) printf '%s\n' 'fee=' 'from=' 'to=' 'amount=' 'preimage_hash=' 'preimage_size=' 'claim_period_seconds=' 'extensions=' ;;
    fields:bitshares/htlc_redeem) printf '%s\n' 'fee=' 'htlc_id=' 'redeemer=' 'preimage=' 'extensions=' ;;
    fields:bitshares/htlc_redeemed) printf '%s\n' 'fee=' 'htlc_id=' 'from=' 'to=' 'redeemer=' 'amount=' 'htlc_preimage_hash=' 'htlc_preimage_size=' 'preimage=' ;;
    fields:bitshares/htlc_extend) printf '%s\n' 'fee=' 'htlc_id=' 'update_issuer=' 'seconds_to_add=' 'extensions=' ;;
    fields:bitshares/htlc_refund) printf '%s\n' 'fee=' 'htlc_id=' 'to=' 'original_htlc_recipient=' 'htlc_amount=' 'htlc_preimage_hash=' 'htlc_preimage_size=' ;;
    fields:bitshares/custom_authority_create) printf '%s\n' 'fee=' 'account=' 'enabled=' 'valid_from=' 'valid_to=' 'operation_type=' 'auth=' 'restrictions=' 'extensions=' ;;
    fields:bitshares/custom_authority_update) printf '%s\n' 'fee=' 'account=' 'authority_to_update=' 'new_enabled=' 'new_valid_from=' 'new_valid_to=' 'new_auth=' 'restrictions_to_remove=' 'restrictions_to_add=' 'extensions=' ;;
    fields:bitshares/custom_authority_delete) printf '%s\n' 'fee=' 'account=' 'authority_to_delete=' 'extensions=' ;;
    fields:bitshares/ticket_create) printf '%s\n' 'fee=' 'account=' 'target_type=' 'amount=' 'extensions=' ;;
    fields:bitshares/ticket_update) printf '%s\n' 'fee=' 'ticket=' 'account=' 'target_type=' 'amount_for_new_target=' 'extensions=' ;;
    fields:bitshares/liquidity_pool_create) printf '%s\n' 'fee=' 'account=' 'asset_a=' 'asset_b=' 'share_asset=' 'taker_fee_percent=' 'withdrawal_fee_percent=' 'extensions=' ;;
    fields:bitshares/liquidity_pool_delete) printf '%s\n' 'fee=' 'account=' 'pool=' 'extensions=' ;;
    fields:bitshares/liquidity_pool_deposit) printf '%s\n' 'fee=' 'account=' 'pool=' 'amount_a=' 'amount_b=' 'extensions=' ;;
    fields:bitshares/liquidity_pool_withdraw) printf '%s\n' 'fee=' 'account=' 'pool=' 'share_amount=' 'extensions=' ;;
    fields:bitshares/liquidity_pool_exchange) printf '%s\n' 'fee=' 'account=' 'pool=' 'amount_to_sell=' 'min_to_receive=' 'extensions=' ;;
    fields:bitshares/samet_fund_create) printf '%s\n' 'fee=' 'owner_account=' 'asset_type=' 'balance=' 'fee_rate=' 'extensions=' ;;
    fields:bitshares/samet_fund_delete) printf '%s\n' 'fee=' 'owner_account=' 'fund_id=' 'extensions=' ;;
    fields:bitshares/samet_fund_update) printf '%s\n' 'fee=' 'owner_account=' 'fund_id=' 'delta_amount=' 'new_fee_rate=' 'extensions=' ;;
    fields:bitshares/samet_fund_borrow) printf '%s\n' 'fee=' 'borrower=' 'fund_id=' 'borrow_amount=' 'extensions=' ;;
    fields:bitshares/samet_fund_repay) printf '%s\n' 'fee=' 'account=' 'fund_id=' 'repay_amount=' 'fund_fee=' 'extensions=' ;;
    fields:bitshares/credit_offer_create) printf '%s\n' 'fee=' 'owner_account=' 'asset_type=' 'balance=' 'fee_rate=' 'max_duration_seconds=' 'min_deal_amount=' 'enabled=' 'auto_disable_time=' 'acceptable_collateral=' 'acceptable_borrowers=' 'extensions=' ;;
    fields:bitshares/credit_offer_delete) printf '%s\n' 'fee=' 'owner_account=' 'offer_id=' 'extensions=' ;;
    fields:bitshares/credit_offer_update) printf '%s\n' 'fee=' 'owner_account=' 'offer_id=' 'delta_amount=' 'fee_rate=' 'max_duration_seconds=' 'min_deal_amount=' 'enabled=' 'auto_disable_time=' 'acceptable_collateral=' 'acceptable_borrowers=' 'extensions=' ;;
    fields:bitshares/credit_offer_accept) printf '%s\n' 'fee=' 'borrower=' 'offer_id=' 'borrow_amount=' 'collateral=' 'max_fee_rate=' 'min_duration_seconds=' 'extensions=' ;;
    fields:bitshares/credit_deal_repay) printf '%s\n' 'fee=' 'account=' 'deal_id=' 'repay_amount=' 'credit_fee=' 'extensions=' ;;
    fields:bitshares/credit_deal_expired) printf '%s\n' 'fee=' 'deal_id=' 'offer_id=' 'offer_owner=' 'borrower=' 'unpaid_amount=' 'collateral=' 'fee_rate=' ;;
    fields:bitshares/liquidity_pool_update) printf '%s\n' 'fee=' 'account=' 'pool=' 'taker_fee_percent=' 'withdrawal_fee_percent=' 'extensions=' ;;
    fields:bitshares/credit_deal_update) printf '%s\n' 'fee=' 'account=' 'deal_id=' 'auto_repay=' 'extensions=' ;;
    fields:bitshares/limit_order_update) printf '%s\n' 'fee=' 'seller=' 'order=' 'new_price=' 'delta_amount_to_sell=' 'new_expiration=' 'on_fill=' 'extensions=' ;;
    family:parallelchain) echo 'parallelchain' ;;
    messages:parallelchain) printf '%s\n' 'Identify' 'Ping' 'PUT_VALUE' 'GET_VALUE' 'ADD_PROVIDER' 'GET_PROVIDERS' 'FIND_NODE' 'PING' 'RPC' 'Proposal' 'Nudge' 'Vote' 'NewView' 'SyncRequest' 'SyncResponse' 'TransactionV1' 'TransactionV2' 'DroppedTxn' ;;
    types:parallelchain) printf '%s\n' 'Identify' 'Ping' 'PUT_VALUE' 'GET_VALUE' 'ADD_PROVIDER' 'GET_PROVIDERS' 'FIND_NODE' 'PING' 'RPC' 'Proposal' 'Nudge' 'Vote' 'NewView' 'SyncRequest' 'SyncResponse' 'TransactionV1' 'TransactionV2' 'DroppedTxn' 'PublishedMessage' 'NoiseHandshakePayload' 'PublicKey' 'Envelope' 'PeerRecord' 'Message' 'TransactionV1OrV2' 'UntaggedTransaction' 'Block' 'QuorumCertificate' 'Command' 'ReceiptV1' 'ReceiptV2' 'BlockV1' 'BlockV2' ;;
    fields:parallelchain/Identify) printf '%s\n' 'publicKey=' 'listenAddrs=' 'protocols=' 'observedAddr=' 'protocolVersion=' 'agentVersion=' 'signedPeerRecord=' ;;
    fields:parallelchain/Ping) echo 'data=' ;;
    fields:parallelchain/PUT_VALUE) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:parallelchain/PUT_VALUE/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:parallelchain/GET_VALUE) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:parallelchain/GET_VALUE/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:parallelchain/ADD_PROVIDER) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:parallelchain/ADD_PROVIDER/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:parallelchain/GET_PROVIDERS) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:parallelchain/GET_PROVIDERS/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:parallelchain/FIND_NODE) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:parallelchain/FIND_NODE/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:parallelchain/PING) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:parallelchain/PING/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:parallelchain/RPC) printf '%s\n' 'subscriptions=' 'publish=' 'control=' ;;
    fields:parallelchain/Proposal) printf '%s\n' 'kind=' 'chain_id=' 'view=' 'block=' ;;
    fields:parallelchain/Nudge) printf '%s\n' 'kind=' 'chain_id=' 'view=' 'justify=' ;;
    fields:parallelchain/Vote) printf '%s\n' 'kind=' 'chain_id=' 'view=' 'block=' 'phase=' 'signature=' ;;
    fields:parallelchain/NewView) printf '%s\n' 'kind=' 'chain_id=' 'view=' 'highest_qc=' ;;
    fields:parallelchain/SyncRequest) printf '%s\n' 'kind=' 'start_height=' 'limit=' ;;
    fields:parallelchain/SyncResponse) printf '%s\n' 'kind=' 'blocks=' 'highest_qc=' ;;
    fields:parallelchain/TransactionV1) printf '%s\n' 'signer=' 'nonce=' 'commands=' 'gas_limit=' 'max_base_fee_per_gas=' 'priority_fee_per_gas=' 'signature=' 'hash=' ;;
    values:parallelchain/TransactionV1/signer) printf '%s\n' ;;
    fields:parallelchain/TransactionV2) printf '%s\n' 'signer=' 'nonce=' 'commands=' 'gas_limit=' 'max_base_fee_per_gas=' 'priority_fee_per_gas=' 'signature=' 'hash=' ;;
    values:parallelchain/TransactionV2/signer) printf '%s\n' ;;
    fields:parallelchain/DroppedTxn) printf '%s\n' 'kind=' 'by=' 'transaction=' 'hash=' 'code=' ;;
    values:parallelchain/DroppedTxn/code) printf '%s\n' 'code=InvalidTxn' 'code=NonceLTCommitted' 'code=NonceInaccessible' ;;
    fields:parallelchain/PublishedMessage) printf '%s\n' 'from=' 'data=' 'seqno=' 'topic=' 'signature=' 'key=' ;;
    fields:parallelchain/NoiseHandshakePayload) printf '%s\n' 'identity_key=' 'identity_sig=' 'extensions=' ;;
    fields:parallelchain/PublicKey) printf '%s\n' 'Type=' 'Data=' ;;
    fields:parallelchain/Envelope) printf '%s\n' 'public_key=' 'payload_type=' 'payload=' 'signature=' ;;
    fields:parallelchain/PeerRecord) printf '%s\n' 'peer_id=' 'seq=' 'addresses=' ;;
    fields:parallelchain/Message) printf '%s\n' 'Proposal=' 'Nudge=' 'Vote=' 'NewView=' 'SyncRequest=' 'SyncResponse=' ;;
    fields:parallelchain/TransactionV1OrV2) printf '%s\n' 'TransactionV1=' 'TransactionV2=' ;;
    fields:parallelchain/UntaggedTransaction) printf '%s\n' 'kind=' 'untagged=' 'signer=' 'nonce=' 'commands=' 'gas_limit=' 'max_base_fee_per_gas=' 'priority_fee_per_gas=' 'signature=' 'hash=' ;;
    values:parallelchain/UntaggedTransaction/signer) printf '%s\n' ;;
    fields:parallelchain/Block) printf '%s\n' 'height=' 'hash=' 'justify=' 'data_hash=' 'data=' ;;
    fields:parallelchain/QuorumCertificate) printf '%s\n' 'chain_id=' 'view=' 'block=' 'phase=' 'signatures=' ;;
    fields:parallelchain/ReceiptV2) printf '%s\n' 'gas_used=' 'exit_code=' 'command_receipts=' ;;
    fields:parallelchain/BlockV1) printf '%s\n' 'header=' 'transactions=' 'receipts=' ;;
    fields:parallelchain/BlockV2) printf '%s\n' 'header=' 'transactions=' 'receipts=' ;;
    family:libp2p) echo 'libp2p' ;;
    messages:libp2p) printf '%s\n' 'Identify' 'Ping' 'PUT_VALUE' 'GET_VALUE' 'ADD_PROVIDER' 'GET_PROVIDERS' 'FIND_NODE' 'PING' 'RPC' ;;
    types:libp2p) printf '%s\n' 'Identify' 'Ping' 'PUT_VALUE' 'GET_VALUE' 'ADD_PROVIDER' 'GET_PROVIDERS' 'FIND_NODE' 'PING' 'RPC' 'PublishedMessage' 'NoiseHandshakePayload' 'PublicKey' 'Envelope' 'PeerRecord' ;;
    fields:libp2p/Identify) printf '%s\n' 'publicKey=' 'listenAddrs=' 'protocols=' 'observedAddr=' 'protocolVersion=' 'agentVersion=' 'signedPeerRecord=' ;;
    fields:libp2p/Ping) echo 'data=' ;;
    fields:libp2p/PUT_VALUE) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:libp2p/PUT_VALUE/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:libp2p/GET_VALUE) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:libp2p/GET_VALUE/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:libp2p/ADD_PROVIDER) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:libp2p/ADD_PROVIDER/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:libp2p/GET_PROVIDERS) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:libp2p/GET_PROVIDERS/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:libp2p/FIND_NODE) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:libp2p/FIND_NODE/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:libp2p/PING) printf '%s\n' 'type=' 'key=' 'record=' 'closerPeers=' 'providerPeers=' 'clusterLevelRaw=' ;;
    values:libp2p/PING/type) printf '%s\n' 'type=PUT_VALUE' 'type=GET_VALUE' 'type=ADD_PROVIDER' 'type=GET_PROVIDERS' 'type=FIND_NODE' 'type=PING' ;;
    fields:libp2p/RPC) printf '%s\n' 'subscriptions=' 'publish=' 'control=' ;;
    fields:libp2p/PublishedMessage) printf '%s\n' 'from=' 'data=' 'seqno=' 'topic=' 'signature=' 'key=' ;;
    fields:libp2p/NoiseHandshakePayload) printf '%s\n' 'identity_key=' 'identity_sig=' 'extensions=' ;;
    fields:libp2p/PublicKey) printf '%s\n' 'Type=' 'Data=' ;;
    fields:libp2p/Envelope) printf '%s\n' 'public_key=' 'payload_type=' 'payload=' 'signature=' ;;
    fields:libp2p/PeerRecord) printf '%s\n' 'peer_id=' 'seq=' 'addresses=' ;;
    family:witnet|family:witnet-testnet|family:witnet-development) echo 'witnet' ;;
    messages:witnet) printf '%s\n' 'Version' 'Verack' 'GetPeers' 'Peers' 'Block' 'InventoryAnnouncement' 'InventoryRequest' 'LastBeacon' 'Transaction' 'SuperBlockVote' 'SuperBlock' ;;
    types:witnet) printf '%s\n' 'Version' 'Verack' 'GetPeers' 'Peers' 'Block' 'InventoryAnnouncement' 'InventoryRequest' 'LastBeacon' 'Transaction' 'SuperBlockVote' 'SuperBlock' 'Message' 'BlockHeader' 'VTTransaction' 'DRTransaction' 'CommitTransaction' 'RevealTransaction' 'TallyTransaction' 'MintTransaction' 'StakeTransaction' 'UnstakeTransaction' 'DataRequestOutput' 'RADRequest' 'CheckpointVRF' 'DataRequestVrfMessage' 'ConsensusConstants' ;;
    fields:witnet/Version) printf '%s\n' 'version=' 'timestamp=' 'capabilities=' 'sender_address=' 'receiver_address=' 'user_agent=' 'nonce=' 'beacon=' ;;
    fields:witnet/Peers) echo 'peers=' ;;
    fields:witnet/Block) printf '%s\n' 'block_header=' 'block_sig=' 'txns=' ;;
    fields:witnet/InventoryAnnouncement) echo 'inventory=' ;;
    fields:witnet/InventoryRequest) echo 'inventory=' ;;
    fields:witnet/LastBeacon) printf '%s\n' 'highest_block_checkpoint=' 'highest_superblock_checkpoint=' ;;
    fields:witnet/Transaction) printf '%s\n' 'ValueTransfer=' 'DataRequest=' 'Commit=' 'Reveal=' 'Tally=' 'Mint=' 'Stake=' 'Unstake=' ;;
    fields:witnet/SuperBlockVote) printf '%s\n' 'bn256_signature=' 'secp256k1_signature=' 'superblock_hash=' 'superblock_index=' ;;
    fields:witnet/SuperBlock) printf '%s\n' 'signing_committee_length=' 'ars_root=' 'data_request_root=' 'index=' 'last_block=' 'last_block_in_previous_superblock=' 'tally_root=' ;;
    fields:witnet/Message) printf '%s\n' 'magic=' 'kind=' ;;
    fields:witnet/BlockHeader) printf '%s\n' 'signals=' 'beacon=' 'merkle_roots=' 'proof=' 'bn256_public_key=' ;;
    fields:witnet/VTTransaction) printf '%s\n' 'body=' 'signatures=' ;;
    fields:witnet/DRTransaction) printf '%s\n' 'body=' 'signatures=' ;;
    fields:witnet/CommitTransaction) printf '%s\n' 'body=' 'signatures=' ;;
    fields:witnet/RevealTransaction) printf '%s\n' 'body=' 'signatures=' ;;
    fields:witnet/TallyTransaction) printf '%s\n' 'dr_pointer=' 'tally=' 'outputs=' 'out_of_consensus=' 'error_committers=' ;;
    fields:witnet/MintTransaction) printf '%s\n' 'epoch=' 'outputs=' ;;
    fields:witnet/StakeTransaction) printf '%s\n' 'body=' 'signatures=' ;;
    fields:witnet/UnstakeTransaction) printf '%s\n' 'body=' 'signature=' ;;
    fields:witnet/DataRequestOutput) printf '%s\n' 'data_request=' 'witness_reward=' 'witnesses=' 'commit_and_reveal_fee=' 'min_consensus_percentage=' 'collateral=' ;;
    fields:witnet/RADRequest) printf '%s\n' 'time_lock=' 'retrieve=' 'aggregate=' 'tally=' ;;
    fields:witnet/CheckpointVRF) printf '%s\n' 'checkpoint=' 'hash_prev_vrf=' ;;
    fields:witnet/DataRequestVrfMessage) printf '%s\n' 'vrf_input=' 'dr_hash=' 'withdrawer=' ;;
    fields:witnet/ConsensusConstants) printf '%s\n' 'checkpoint_zero_timestamp=' 'checkpoints_period=' 'bootstrap_hash=' 'genesis_hash=' 'max_vt_weight=' 'max_dr_weight=' 'activity_period=' 'reputation_expire_alpha_diff=' 'reputation_issuance=' 'reputation_issuance_stop=' 'reputation_penalization_factor=' 'mining_backup_factor=' 'mining_replication_factor=' 'collateral_minimum=' 'collateral_age=' 'superblock_period=' 'extra_rounds=' 'minimum_difficulty=' 'epochs_with_minimum_difficulty=' 'bootstrapping_committee=' 'superblock_signing_committee_size=' 'superblock_committee_decreasing_period=' 'superblock_committee_decreasing_step=' 'initial_block_reward=' 'halving_period=' ;;
    family:rustchain) echo 'rustchain' ;;
    messages:rustchain) printf '%s\n' 'Block' 'GetBlocks' 'GetData' 'Inv' 'Tx' 'SendBitCoin' 'KnownNodes' 'Version' 'Message' 'AdminNodeQuery' ;;
    types:rustchain) printf '%s\n' 'Block' 'GetBlocks' 'GetData' 'Inv' 'Tx' 'SendBitCoin' 'KnownNodes' 'Version' 'Message' 'AdminNodeQuery' 'bincode-block' 'bincode-transaction' 'Package' ;;
    fields:rustchain/Block) printf '%s\n' 'addr_from=' 'block=' ;;
    fields:rustchain/GetBlocks) echo 'addr_from=' ;;
    fields:rustchain/GetData) printf '%s\n' 'addr_from=' 'op_type=' 'id=' ;;
    fields:rustchain/Inv) printf '%s\n' 'addr_from=' 'op_type=' 'items=' ;;
    fields:rustchain/Tx) printf '%s\n' 'addr_from=' 'transaction=' ;;
    fields:rustchain/SendBitCoin) printf '%s\n' 'addr_from=' 'wlt_frm_addr=' 'wlt_to_addr=' 'amount=' ;;
    fields:rustchain/KnownNodes) printf '%s\n' 'addr_from=' 'nodes=' ;;
    fields:rustchain/Version) printf '%s\n' 'addr_from=' 'version=' 'best_height=' ;;
    fields:rustchain/Message) printf '%s\n' 'addr_from=' 'message_type=' 'message=' ;;
    fields:rustchain/AdminNodeQuery) printf '%s\n' 'addr_from=' 'query_type=' ;;
    fields:rustchain/bincode-block) printf '%s\n' 'timestamp=' 'pre_block_hash=' 'hash=' 'nonce=' 'height=' 'transactions=' 'trailing=' ;;
    fields:rustchain/bincode-transaction) printf '%s\n' 'id=' 'vin=' 'vout=' 'trailing=' ;;
    fields:rustchain/Package) printf '%s\n' 'op_type=' 'data=' ;;
  esac
}

# Goes on by one word: sets command, network, message, place, and pending, the kind of a value.
_peerglot_take() {
  if [ -n "$pending" ]; then
    case $pending in
      network) network=$1 ;;
      message|type) message=$1 ;;
    esac
    pending=
    return
  fi
  case $1 in
    -*=*) ;;
    -*) pending=$(_peerglot_lines "kind:$command:$1") ;;
    *)
      if [ -z "$command" ]; then
        command=$1
        return
      fi
      case $(_peerglot_lines "kind:$command:$place") in
        network) network=$1 ;;
        peer) network=${1%%:*} ;;
        message|type) message=$1 ;;
      esac
      place=$((place + 1))
      ;;
  esac
}

# The key of the table for the word at the cursor, or `file`, `folder`, `choice:...`, `text`.
_peerglot_key() {
  local kind=$pending family
  if [ -z "$kind" ]; then
    case $1 in
      -*) echo "options:$command" && return ;;
    esac
    if [ -z "$command" ]; then
      echo commands
      return
    fi
    kind=$(_peerglot_lines "kind:$command:$place")
  fi
  family=$(_peerglot_lines "family:$network")
  case $kind in
    network) echo networks ;;
    peer) echo peers ;;
    topic) echo topics ;;
    message) echo "messages:$family" ;;
    type) echo "types:$family" ;;
    field)
      case $1 in
        *=*) echo "values:$family/$message/${1%%=*}" ;;
        *) echo "fields:$family/$message" ;;
      esac
      ;;
    *) echo "$kind" ;;
  esac
}

_peerglot() {
  # Bash splits words at : and =, so the line is read anew, as far as the cursor.
  local command= network= message= pending= place=0 key line=${COMP_LINE:0:COMP_POINT}
  local -a words
  read -ra words <<<"$line"
  local current=
  [[ $line == *[[:space:]] ]] || current=${words[-1]}
  local i last=${#words[@]}
  [ -z "$current" ] || last=$((last - 1))
  for ((i = 1; i < last; i++)); do _peerglot_take "${words[i]}"; done
  key=$(_peerglot_key "$current")
  local IFS=$'\n'
  case $key in
    file) COMPREPLY=($(compgen -f -- "$current")); return ;;
    folder) COMPREPLY=($(compgen -d -- "$current")); return ;;
    choice:*) key=${key#choice:}; COMPREPLY=($(compgen -W "${key// /$IFS}" -- "$current")) ;;
    text|'') COMPREPLY=() ;;
    *) COMPREPLY=($(compgen -W "$(_peerglot_lines "$key")" -- "$current")) ;;
  esac
  case $key in
    peers|fields:*) compopt -o nospace 2>/dev/null ;;
  esac
  # What stands before the last : or = is no part of the word that bash replaces.
  local before=${current%"${current##*[:=]}"}
  if [[ -n $before && $COMP_WORDBREAKS == *[:=]* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"$before"}")
  fi
}

complete -F _peerglot peerglot
