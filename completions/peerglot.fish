# SPDX-License-Identifier: Apache-2.0
# Completion of peerglot for fish: put it into ~/.config/fish/completions/peerglot.fish.
# Written by `peerglot completion fish`.

function __peerglot_lines
  switch $argv[1]
    case 'commands'
      printf '%s\t%s\n' \
        'dial' 'connect, shake hands, print who answered' \
        'ping' 'time round trips over the protocol\'s own keep-alive' \
        'send' 'send messages to a peer, print what it answers' \
        'listen' 'be a peer: accept, shake hands, print what is said' \
        'identify' 'tell which network a port speaks' \
        'shell' 'talk with peers interactively, or run a script' \
        'crawl' 'walk address responses, print one record a peer' \
        'map' 'summary and picture of a crawl' \
        'swarm' 'run a local network of simulated peers' \
        'demo' 'a swarm, a crawl and a map: the tour that runs anywhere' \
        'decode' 'captures, hex and raw bytes to messages; decrypts with keys' \
        'encode' 'fields or JSON to bytes' \
        'explain' 'the reference: networks, messages, fields' \
        'keys' 'identity keys in every notation of their network' \
        'completion' 'a completion script for your shell' \
        'help' 'more about a command or a topic'
    case 'topics'
      printf '%s\t%s\n' \
        'dial' 'connect, shake hands, print who answered' \
        'ping' 'time round trips over the protocol\'s own keep-alive' \
        'send' 'send messages to a peer, print what it answers' \
        'listen' 'be a peer: accept, shake hands, print what is said' \
        'identify' 'tell which network a port speaks' \
        'shell' 'talk with peers interactively, or run a script' \
        'crawl' 'walk address responses, print one record a peer' \
        'map' 'summary and picture of a crawl' \
        'swarm' 'run a local network of simulated peers' \
        'demo' 'a swarm, a crawl and a map: the tour that runs anywhere' \
        'decode' 'captures, hex and raw bytes to messages; decrypts with keys' \
        'encode' 'fields or JSON to bytes' \
        'explain' 'the reference: networks, messages, fields' \
        'keys' 'identity keys in every notation of their network' \
        'completion' 'a completion script for your shell' \
        'peers' 'how peers and networks are named' \
        'fields' 'how the fields of a message are written' \
        'records' 'what is printed, field by field' \
        'exit-status' 'what the exit status says' \
        'key-logs' 'the secrets that open encrypted traffic' \
        'environment' 'variables and the configuration file'
    case 'networks'
      printf '%s\t%s\n' \
        'bitcoin' 'Bitcoin mainnet' \
        'bitcoin-testnet3' 'Bitcoin testnet 3' \
        'bitcoin-testnet4' 'Bitcoin testnet 4' \
        'bitcoin-signet' 'Bitcoin signet, the public one' \
        'bitcoin-regtest' 'Bitcoin regtest, private chains' \
        'litecoin' 'Litecoin mainnet' \
        'litecoin-testnet' 'Litecoin testnet 4' \
        'litecoin-regtest' 'Litecoin regtest' \
        'dogecoin' 'Dogecoin mainnet' \
        'dogecoin-testnet' 'Dogecoin testnet' \
        'dogecoin-regtest' 'Dogecoin regtest' \
        'bitcoin-cash' 'Bitcoin Cash mainnet' \
        'bitcoin-cash-testnet3' 'Bitcoin Cash testnet 3' \
        'bitcoin-cash-testnet4' 'Bitcoin Cash testnet 4' \
        'bitcoin-cash-scalenet' 'Bitcoin Cash scalenet' \
        'bitcoin-cash-chipnet' 'Bitcoin Cash chipnet' \
        'bitcoin-cash-regtest' 'Bitcoin Cash regtest' \
        'dash' 'Dash mainnet' \
        'dash-testnet' 'Dash testnet' \
        'dash-devnet' 'Dash devnet' \
        'dash-regtest' 'Dash regtest' \
        'namecoin' 'Namecoin mainnet' \
        'namecoin-testnet' 'Namecoin testnet' \
        'namecoin-regtest' 'Namecoin regtest' \
        'bitshares' 'BitShares mainnet' \
        'bitshares-testnet' 'BitShares public testnet' \
        'parallelchain' 'ParallelChain, any chain' \
        'libp2p' 'any libp2p peer on TCP' \
        'witnet' 'Witnet mainnet' \
        'witnet-testnet' 'Witnet testnet-2' \
        'witnet-development' 'Witnet, a chain of one\'s own' \
        'rustchain' 'rust-blockchain, a teaching chain'
    case 'peers'
      printf '%s\t%s\n' \
        'bitcoin://' 'Bitcoin mainnet' \
        'bitcoin-testnet3://' 'Bitcoin testnet 3' \
        'bitcoin-testnet4://' 'Bitcoin testnet 4' \
        'bitcoin-signet://' 'Bitcoin signet, the public one' \
        'bitcoin-regtest://' 'Bitcoin regtest, private chains' \
        'litecoin://' 'Litecoin mainnet' \
        'litecoin-testnet://' 'Litecoin testnet 4' \
        'litecoin-regtest://' 'Litecoin regtest' \
        'dogecoin://' 'Dogecoin mainnet' \
        'dogecoin-testnet://' 'Dogecoin testnet' \
        'dogecoin-regtest://' 'Dogecoin regtest' \
        'bitcoin-cash://' 'Bitcoin Cash mainnet' \
        'bitcoin-cash-testnet3://' 'Bitcoin Cash testnet 3' \
        'bitcoin-cash-testnet4://' 'Bitcoin Cash testnet 4' \
        'bitcoin-cash-scalenet://' 'Bitcoin Cash scalenet' \
        'bitcoin-cash-chipnet://' 'Bitcoin Cash chipnet' \
        'bitcoin-cash-regtest://' 'Bitcoin Cash regtest' \
        'dash://' 'Dash mainnet' \
        'dash-testnet://' 'Dash testnet' \
        'dash-devnet://' 'Dash devnet' \
        'dash-regtest://' 'Dash regtest' \
        'namecoin://' 'Namecoin mainnet' \
        'namecoin-testnet://' 'Namecoin testnet' \
        'namecoin-regtest://' 'Namecoin regtest' \
        'bitshares://' 'BitShares mainnet' \
        'bitshares-testnet://' 'BitShares public testnet' \
        'parallelchain://' 'ParallelChain, any chain' \
        'libp2p://' 'any libp2p peer on TCP' \
        'witnet://' 'Witnet mainnet' \
        'witnet-testnet://' 'Witnet testnet-2' \
        'witnet-development://' 'Witnet, a chain of one\'s own' \
        'rustchain://' 'rust-blockchain, a teaching chain'
    case 'options:dial'
      printf '%s\t%s\n' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--timeout' 'most time for a peer in all (5s)' \
        '--keylog' 'append the secrets of connections' \
        '--record' 'write the traffic as pcapng, with its secrets' \
        '--key' 'identity key (default: a fresh one)' \
        '--proxy' 'dial through socks5://HOST[:PORT]' \
        '--onion-proxy' 'dial Tor and I2P hosts through this one' \
        '--bind' 'our own address' \
        '--user-agent' 'name that we give ourselves' \
        '--random-seed' 'reproducible keys and nonces: not secret!' \
        '--jobs' 'peers at once (64)' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:ping'
      printf '%s\t%s\n' \
        '--count' 'round trips (5)' \
        '--interval' 'time between two (1s)' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--timeout' 'most time for a peer in all (5s and the intervals)' \
        '--keylog' 'append the secrets of connections' \
        '--record' 'write the traffic as pcapng, with its secrets' \
        '--key' 'identity key (default: a fresh one)' \
        '--proxy' 'dial through socks5://HOST[:PORT]' \
        '--onion-proxy' 'dial Tor and I2P hosts through this one' \
        '--bind' 'our own address' \
        '--user-agent' 'name that we give ourselves' \
        '--random-seed' 'reproducible keys and nonces: not secret!' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:send'
      printf '%s\t%s\n' \
        '--body' 'all fields as JSON; from a file or standard input' \
        '--hex' 'the payload as it is, not checked' \
        '--wait' 'how long to listen for answers (2s, or what the network needs)' \
        '--until' 'leave as soon as the peer has sent this' \
        '--repeat' 'send it so many times (1)' \
        '--yes' 'send it although it may do what the peer\'s owner does not expect' \
        '--tree' 'all fields with offset and bytes (terminal view)' \
        '--match' 'say which messages concern it, block filters too (Bitcoin)' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--timeout' 'most time for a peer in all (5s to be greeted)' \
        '--keylog' 'append the secrets of connections' \
        '--record' 'write the traffic as pcapng, with its secrets' \
        '--key' 'identity key (default: a fresh one)' \
        '--proxy' 'dial through socks5://HOST[:PORT]' \
        '--onion-proxy' 'dial Tor and I2P hosts through this one' \
        '--bind' 'our own address' \
        '--user-agent' 'name that we give ourselves' \
        '--random-seed' 'reproducible keys and nonces: not secret!' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:listen'
      printf '%s\t%s\n' \
        '--port' 'where to listen (the network\'s own)' \
        '--for' 'stop after that time' \
        '--max-peers' 'connections at once (1000)' \
        '--full' 'tell every peer that we take no more' \
        '--tree' 'all fields with offset and bytes (terminal view)' \
        '--match' 'say which messages concern it, block filters too (Bitcoin)' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--timeout' 'most time for a peer in all (none)' \
        '--keylog' 'append the secrets of connections' \
        '--record' 'write the traffic as pcapng, with its secrets' \
        '--key' 'identity key (default: a fresh one)' \
        '--proxy' 'dial through socks5://HOST[:PORT]' \
        '--onion-proxy' 'dial Tor and I2P hosts through this one' \
        '--bind' 'our own address' \
        '--user-agent' 'name that we give ourselves' \
        '--random-seed' 'reproducible keys and nonces: not secret!' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:identify'
      printf '%s\t%s\n' \
        '--listen' 'listen so long before saying anything (1s)' \
        '--handshake-timeout' 'most time for one greeting (3s)' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--timeout' 'most time for a peer in all (60s)' \
        '--keylog' 'append the secrets of connections' \
        '--record' 'write the traffic as pcapng, with its secrets' \
        '--key' 'identity key (default: a fresh one)' \
        '--proxy' 'dial through socks5://HOST[:PORT]' \
        '--onion-proxy' 'dial Tor and I2P hosts through this one' \
        '--bind' 'our own address' \
        '--user-agent' 'name that we give ourselves' \
        '--random-seed' 'reproducible keys and nonces: not secret!' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:shell'
      printf '%s\t%s\n' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--timeout' 'most time for a peer in all (5s to be greeted)' \
        '--keylog' 'append the secrets of connections' \
        '--record' 'write the traffic as pcapng, with its secrets' \
        '--key' 'identity key (default: a fresh one)' \
        '--proxy' 'dial through socks5://HOST[:PORT]' \
        '--onion-proxy' 'dial Tor and I2P hosts through this one' \
        '--bind' 'our own address' \
        '--user-agent' 'name that we give ourselves' \
        '--random-seed' 'reproducible keys and nonces: not secret!' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:crawl'
      printf '%s\t%s\n' \
        '--store' 'keep the crawl: an SQLite file, or postgresql://USER@HOST/NAME for ...' \
        '--lease' 'with several processes: when the work of a silent one is taken over...' \
        '--max-peers' 'dial so many peers at most' \
        '--max-depth' 'go so many steps from the seeds at most' \
        '--max-time' 'dial nobody after that time' \
        '--rate' 'connections a second (200 on public networks; 0: no limit)' \
        '--prefix-rate' 'connections a second to one /24 or /48 (8 on public networks)' \
        '--retries' 'retries of failures that may pass (1)' \
        '--back-off' 'wait before the first retry, then four times that (2s)' \
        '--max-per-prefix' 'addresses of one /24 or /48 that may fail (256)' \
        '--max-per-source' 'addresses told by one peer that may fail (2000)' \
        '--connect-timeout' 'most time for TCP and the proxy' \
        '--handshake-timeout' 'most time for the handshake after that' \
        '--exclude' 'never dial these: an address, network or name a line' \
        '--contact' 'how to reach you, told to every peer' \
        '--dry-run' 'dial nobody, say who would be' \
        '--jobs' 'peers at once (500)' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--timeout' 'most time for a peer in all (10s)' \
        '--keylog' 'append the secrets of connections' \
        '--record' 'write the traffic as pcapng, with its secrets' \
        '--key' 'identity key (default: a fresh one)' \
        '--proxy' 'dial through socks5://HOST[:PORT]' \
        '--onion-proxy' 'dial Tor and I2P hosts through this one' \
        '--bind' 'our own address' \
        '--user-agent' 'name that we give ourselves' \
        '--random-seed' 'reproducible keys and nonces: not secret!' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:map'
      printf '%s\t%s\n' \
        '--dot' 'a Graphviz picture: pipe it into dot or sfdp' \
        '--graphml' 'GraphML, for yEd, Gephi, NetworkX' \
        '--gexf' 'GEXF with places, for Gephi' \
        '--csv' 'a table of all peers' \
        '--html' 'one page with a picture to search and filter, for any browser' \
        '--answered' 'pictures without addresses where nobody answered' \
        '--diff' 'who joined, left or changed until that one' \
        '--mmdb' 'countries and networks, from MaxMind DB files' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:swarm'
      printf '%s\t%s\n' \
        '--nodes' 'how many peers (60)' \
        '--awkward' 'how many are silent, slow, full, on a wrong network, noisy, gone, l...' \
        '--random-seed' 'who is what and knows whom (1)' \
        '--truth' 'write what each peer is like and knows' \
        '--for' 'stop after that time' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:demo'
      printf '%s\t%s\n' \
        '--network' 'which network to play (bitshares)' \
        '--output' 'where to write the map (.)' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:decode'
      printf '%s\t%s\n' \
        '--keys' 'a key log that opens encrypted traffic' \
        '--as' 'take everything for traffic of this network' \
        '--type' 'the bytes are the bare payload of this' \
        '--follow' 'wait for more at the end of the file' \
        '--stats' 'no messages, only the byte balance and counts' \
        '--where' 'only records that fulfil it' \
        '--only-faults' 'only records with a fault' \
        '--fields' 'a line a record: these keys, with tabs between them' \
        '--export' 'also write the messages, decrypted, as a pcapng capture' \
        '--strict' 'any fault makes the exit status 5' \
        '--tree' 'all fields with offset and bytes (terminal view)' \
        '--jobs' 'threads that make text (default: processors - 1)' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:encode'
      printf '%s\t%s\n' \
        '--body' 'all fields as JSON; from a file or standard input' \
        '--hex' 'the payload as it is, not checked' \
        '--frame' 'the whole plain frame, not only the payload' \
        '--chain-id' 'chain id of a private chain (BitShares)' \
        '--magic' 'magic of a private chain (Bitcoin family)' \
        '--transport' 'which transport to speak (Bitcoin)' \
        '--genesis' 'genesis file, where the id of a chain is its hash' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:explain'
      printf '%s\t%s\n' \
        '--markdown' 'the protocol\'s page in Markdown' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:keys'
      printf '%s\t%s\n' \
        '--key' 'new: where to write the key; show: where it is' \
        '--random-seed' 'a reproducible key: not secret!' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'options:completion'
      printf '%s\t%s\n' \
        '--json' 'results as JSON, one object a line (the default in a pipe)' \
        '--quiet' 'only results and errors' \
        '--verbose' 'handshake steps too; -vv also what went wrong inside' \
        '--color' 'colour in the terminal view' \
        '--help' 'this text'
    case 'kind:*:--chain-id'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--magic'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--transport'
      printf '%s\t%s\n' 'choice:v1 v2 auto' ''
    case 'kind:*:--genesis'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--timeout'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--keylog'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--record'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--key'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--proxy'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--onion-proxy'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--bind'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--user-agent'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--random-seed'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--jobs'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--color'
      printf '%s\t%s\n' 'choice:auto always never' ''
    case 'kind:*:-c'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--count'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:-i'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--interval'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--body'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--hex'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--wait'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--until'
      printf '%s\t%s\n' 'message' ''
    case 'kind:*:--repeat'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--match'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:-p'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--port'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--for'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--max-peers'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--listen'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--handshake-timeout'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--store'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--lease'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--max-depth'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--max-time'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--rate'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--prefix-rate'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--retries'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--back-off'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--max-per-prefix'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--max-per-source'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--connect-timeout'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--exclude'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--contact'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--diff'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--mmdb'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--nodes'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--awkward'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--truth'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--network'
      printf '%s\t%s\n' 'network' ''
    case 'kind:*:--output'
      printf '%s\t%s\n' 'folder' ''
    case 'kind:*:--keys'
      printf '%s\t%s\n' 'file' ''
    case 'kind:*:--as'
      printf '%s\t%s\n' 'network' ''
    case 'kind:*:--type'
      printf '%s\t%s\n' 'type' ''
    case 'kind:*:--where'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--fields'
      printf '%s\t%s\n' 'text' ''
    case 'kind:*:--export'
      printf '%s\t%s\n' 'file' ''
    case 'kind:help:0'
      printf '%s\t%s\n' 'topic' ''
    case 'kind:dial:*'
      printf '%s\t%s\n' 'peer' ''
    case 'kind:ping:0'
      printf '%s\t%s\n' 'peer' ''
    case 'kind:send:0'
      printf '%s\t%s\n' 'peer' ''
    case 'kind:send:1'
      printf '%s\t%s\n' 'message' ''
    case 'kind:send:*'
      printf '%s\t%s\n' 'field' ''
    case 'kind:listen:0'
      printf '%s\t%s\n' 'network' ''
    case 'kind:identify:*'
      printf '%s\t%s\n' 'text' ''
    case 'kind:shell:*'
      printf '%s\t%s\n' 'peer' ''
    case 'kind:crawl:*'
      printf '%s\t%s\n' 'peer' ''
    case 'kind:map:0'
      printf '%s\t%s\n' 'file' ''
    case 'kind:swarm:0'
      printf '%s\t%s\n' 'network' ''
    case 'kind:decode:*'
      printf '%s\t%s\n' 'file' ''
    case 'kind:encode:0'
      printf '%s\t%s\n' 'network' ''
    case 'kind:encode:1'
      printf '%s\t%s\n' 'type' ''
    case 'kind:encode:*'
      printf '%s\t%s\n' 'field' ''
    case 'kind:explain:0'
      printf '%s\t%s\n' 'network' ''
    case 'kind:explain:1'
      printf '%s\t%s\n' 'type' ''
    case 'kind:keys:0'
      printf '%s\t%s\n' 'choice:new show' ''
    case 'kind:keys:1'
      printf '%s\t%s\n' 'network' ''
    case 'kind:completion:0'
      printf '%s\t%s\n' 'choice:bash zsh fish' ''
    case 'family:bitcoin' 'family:bitcoin-testnet3' 'family:bitcoin-testnet4' 'family:bitcoin-signet' 'family:bitcoin-regtest' 'family:litecoin' 'family:litecoin-testnet' 'family:litecoin-regtest' 'family:dogecoin' 'family:dogecoin-testnet' 'family:dogecoin-regtest' 'family:bitcoin-cash' 'family:bitcoin-cash-testnet3' 'family:bitcoin-cash-testnet4' 'family:bitcoin-cash-scalenet' 'family:bitcoin-cash-chipnet' 'family:bitcoin-cash-regtest' 'family:dash' 'family:dash-testnet' 'family:dash-devnet' 'family:dash-regtest' 'family:namecoin' 'family:namecoin-testnet' 'family:namecoin-regtest'
      printf '%s\t%s\n' 'bitcoin' ''
    case 'messages:bitcoin'
      printf '%s\t%s\n' \
        'version' 'first message of each side' \
        'verack' 'answer to a version; ends the handshake' \
        'wtxidrelay' 'name transactions by wtxid (BIP 339); before verack' \
        'sendaddrv2' 'send me addrv2 instead of addr (BIP 155); before verack' \
        'sendtxrcncl' 'offers set reconciliation; before verack' \
        'feature' 'offers something by name (BIP 434); before verack' \
        'disabletx' 'never relay transactions here (BIP 338, never used)' \
        'sendpackages' 'offers package relay; before verack' \
        'getaddr' 'asks for addresses of nodes; answered once, to dialers only' \
        'addr' 'addresses of nodes, up to 1000' \
        'addrv2' 'addresses of nodes in all networks, up to 1000' \
        'ping' 'asks for a sign of life' \
        'pong' 'answer to a ping' \
        'inv' 'announces transactions or blocks' \
        'getdata' 'asks for transactions or blocks' \
        'notfound' 'negative answer to getdata' \
        'tx' 'a transaction, in answer to getdata' \
        'mempool' 'asks for an inv of all waiting transactions (BIP 35)' \
        'feefilter' 'least fee rate to announce (BIP 133)' \
        'getblocks' 'asks for an inv of the blocks that follow' \
        'getheaders' 'asks for the headers that follow' \
        'headers' 'block headers, up to 2000' \
        'sendheaders' 'announce blocks by their headers (BIP 130)' \
        'block' 'a block, in answer to getdata' \
        'merkleblock' 'a header and some transactions, proven' \
        'sendcmpct' 'how to send compact blocks (BIP 152)' \
        'cmpctblock' 'a block without what is known already' \
        'getblocktxn' 'asks for what was not known' \
        'blocktxn' 'answer to getblocktxn' \
        'filterload' 'show me only what matches (BIP 37)' \
        'filteradd' 'one more item for the filter' \
        'filterclear' 'show me everything again' \
        'getcfilters' 'asks for block filters (BIP 157)' \
        'cfilter' 'the filter of a block' \
        'getcfheaders' 'asks for filter headers' \
        'cfheaders' 'answer to getcfheaders' \
        'getcfcheckpt' 'asks for checkpoints' \
        'cfcheckpt' 'every thousandth filter header' \
        'reqrecon' 'begins a reconciliation (BIP 330)' \
        'sketch' 'the sum of a set' \
        'reqsketchext' 'asks for a longer sketch' \
        'reconcildiff' 'ends a reconciliation' \
        'ancpkginfo' 'ancestors of a transaction (BIP 331)' \
        'getpkgtxns' 'asks for transactions in one answer' \
        'pkgtxns' 'answer to getpkgtxns' \
        'uproof' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'getuproof' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'uttls' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'getuttls' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'usummary' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'utreexotx' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'uroot' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'geturoot' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'alert' 'a signed warning to all users' \
        'reject' 'why a message was refused (BIP 61)' \
        'getutxos' 'asks for unspent outputs (BIP 64)' \
        'utxos' 'answer to getutxos' \
        'checkorder' 'payment to an IP address, 2009 to 2011' \
        'submitorder' 'payment to an IP address, 2009 to 2011' \
        'reply' 'answer to checkorder and submitorder'
    case 'types:bitcoin'
      printf '%s\t%s\n' \
        'version' 'first message of each side' \
        'verack' 'answer to a version; ends the handshake' \
        'wtxidrelay' 'name transactions by wtxid (BIP 339); before verack' \
        'sendaddrv2' 'send me addrv2 instead of addr (BIP 155); before verack' \
        'sendtxrcncl' 'offers set reconciliation; before verack' \
        'feature' 'offers something by name (BIP 434); before verack' \
        'disabletx' 'never relay transactions here (BIP 338, never used)' \
        'sendpackages' 'offers package relay; before verack' \
        'getaddr' 'asks for addresses of nodes; answered once, to dialers only' \
        'addr' 'addresses of nodes, up to 1000' \
        'addrv2' 'addresses of nodes in all networks, up to 1000' \
        'ping' 'asks for a sign of life' \
        'pong' 'answer to a ping' \
        'inv' 'announces transactions or blocks' \
        'getdata' 'asks for transactions or blocks' \
        'notfound' 'negative answer to getdata' \
        'tx' 'a transaction, in answer to getdata' \
        'mempool' 'asks for an inv of all waiting transactions (BIP 35)' \
        'feefilter' 'least fee rate to announce (BIP 133)' \
        'getblocks' 'asks for an inv of the blocks that follow' \
        'getheaders' 'asks for the headers that follow' \
        'headers' 'block headers, up to 2000' \
        'sendheaders' 'announce blocks by their headers (BIP 130)' \
        'block' 'a block, in answer to getdata' \
        'merkleblock' 'a header and some transactions, proven' \
        'sendcmpct' 'how to send compact blocks (BIP 152)' \
        'cmpctblock' 'a block without what is known already' \
        'getblocktxn' 'asks for what was not known' \
        'blocktxn' 'answer to getblocktxn' \
        'filterload' 'show me only what matches (BIP 37)' \
        'filteradd' 'one more item for the filter' \
        'filterclear' 'show me everything again' \
        'getcfilters' 'asks for block filters (BIP 157)' \
        'cfilter' 'the filter of a block' \
        'getcfheaders' 'asks for filter headers' \
        'cfheaders' 'answer to getcfheaders' \
        'getcfcheckpt' 'asks for checkpoints' \
        'cfcheckpt' 'every thousandth filter header' \
        'reqrecon' 'begins a reconciliation (BIP 330)' \
        'sketch' 'the sum of a set' \
        'reqsketchext' 'asks for a longer sketch' \
        'reconcildiff' 'ends a reconciliation' \
        'ancpkginfo' 'ancestors of a transaction (BIP 331)' \
        'getpkgtxns' 'asks for transactions in one answer' \
        'pkgtxns' 'answer to getpkgtxns' \
        'uproof' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'getuproof' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'uttls' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'getuttls' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'usummary' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'utreexotx' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'uroot' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'geturoot' 'Utreexo (BIP 183, a draft without a settled layout)' \
        'alert' 'a signed warning to all users' \
        'reject' 'why a message was refused (BIP 61)' \
        'getutxos' 'asks for unspent outputs (BIP 64)' \
        'utxos' 'answer to getutxos' \
        'checkorder' 'payment to an IP address, 2009 to 2011' \
        'submitorder' 'payment to an IP address, 2009 to 2011' \
        'reply' 'answer to checkorder and submitorder' \
        'block_header' 'a block\'s header, 80 bytes' \
        'outpoint' 'an output of a transaction, 36 bytes' \
        'addrv2_entry' 'one node of an addrv2'
    case 'fields:bitcoin/version'
      printf '%s\t%s\n' \
        'version=' 'i32le: highest protocol version of the sender' \
        'services=' 'u64le: what the sender offers' \
        'time=' 'time(i64): the sender\'s clock' \
        'addr_recv=' 'net_addr: the receiver as the sender sees it' \
        'addr_from=' 'net_addr: the sender; zeros and ignored today' \
        'nonce=' 'u64le: random; tells a connection to oneself' \
        'user_agent=' 'text(CompactSize): BIP 14' \
        'start_height=' 'i32le: the sender\'s best block' \
        'relay=' 'bool: BIP 37: announce transactions to me; absent: yes'
    case 'fields:bitcoin/sendtxrcncl'
      printf '%s\t%s\n' \
        'version=' 'u32le: 1' \
        'salt=' 'u64le: goes into the short ids'
    case 'fields:bitcoin/feature'
      printf '%s\t%s\n' \
        'featureid=' 'text(CompactSize): such as BIP434' \
        'featuredata=' 'bytes(CompactSize): what the feature says about itself'
    case 'fields:bitcoin/sendpackages'
      printf '%s\t%s\n' 'versions=' 'u64le: what the sender can do'
    case 'fields:bitcoin/addr'
      printf '%s\t%s\n' 'addresses=' 'list(addr_entry): the nodes'
    case 'fields:bitcoin/addrv2'
      printf '%s\t%s\n' 'addresses=' 'list(addrv2_entry): the nodes'
    case 'fields:bitcoin/ping'
      printf '%s\t%s\n' 'nonce=' 'u64le: random; comes back in the pong'
    case 'fields:bitcoin/pong'
      printf '%s\t%s\n' 'nonce=' 'u64le: that of the ping'
    case 'fields:bitcoin/inv'
      printf '%s\t%s\n' 'inventory=' 'list(inventory_vector): the items; TYPE:HASH is short for one'
    case 'fields:bitcoin/getdata'
      printf '%s\t%s\n' 'inventory=' 'list(inventory_vector): the items; TYPE:HASH is short for one'
    case 'fields:bitcoin/notfound'
      printf '%s\t%s\n' 'inventory=' 'list(inventory_vector): the items; TYPE:HASH is short for one'
    case 'fields:bitcoin/tx'
      printf '%s\t%s\n' \
        'version=' 'u32le: 2 for relative locks (BIP 68), else 1' \
        'flag=' 'u8: what follows beside: 1 witnesses, 8 an MWEB part' \
        'inputs=' 'list(input): what is spent' \
        'outputs=' 'list(output): what is paid' \
        'witness=' 'list(list(bytes(CompactSize))): a stack an input' \
        'lock_time=' 'u32le: first valid block, or second from 500000000 on'
    case 'fields:bitcoin/feefilter'
      printf '%s\t%s\n' 'feerate=' 'i64le: satoshi per 1000 virtual bytes'
    case 'fields:bitcoin/getblocks'
      printf '%s\t%s\n' \
        'version=' 'u32le: protocol version; ignored' \
        'locator=' 'list(hash(32)): known block hashes, newest first, ever wider apart,...' \
        'stop_hash=' 'hash(32): last one; zeros: all there are'
    case 'fields:bitcoin/getheaders'
      printf '%s\t%s\n' \
        'version=' 'u32le: protocol version; ignored' \
        'locator=' 'list(hash(32)): known block hashes, newest first, ever wider apart,...' \
        'stop_hash=' 'hash(32): last one; zeros: all there are'
    case 'fields:bitcoin/headers'
      printf '%s\t%s\n' 'headers=' 'list(headers_entry): in the order of the chain'
    case 'fields:bitcoin/block'
      printf '%s\t%s\n' \
        'header=' 'block_header: the header' \
        'transactions=' 'list(tx): the coinbase first'
    case 'fields:bitcoin/merkleblock'
      printf '%s\t%s\n' \
        'header=' 'block_header: the block' \
        'total_transactions=' 'u32le: leaves of its tree' \
        'hashes=' 'list(hash(32)): nodes of the tree, depth first' \
        'flags=' 'bytes(CompactSize): which nodes are opened, the lowest bit of a byt...'
    case 'fields:bitcoin/sendcmpct'
      printf '%s\t%s\n' \
        'announce=' 'bool: push new blocks as cmpctblock' \
        'version=' 'u64le: 2: with witnesses; 1: without'
    case 'fields:bitcoin/cmpctblock'
      printf '%s\t%s\n' \
        'header=' 'block_header: the block' \
        'nonce=' 'u64le: goes into the key of the short ids' \
        'shortids=' 'list(hash(6)): low 48 bits of SipHash-2-4 of each wtxid (version 1:...' \
        'prefilledtxn=' 'list(prefilled): whole transactions'
    case 'fields:bitcoin/getblocktxn'
      printf '%s\t%s\n' \
        'blockhash=' 'hash(32): which block' \
        'indexes=' 'list(CompactSize): each counted from the one before'
    case 'fields:bitcoin/blocktxn'
      printf '%s\t%s\n' \
        'blockhash=' 'hash(32): which block' \
        'transactions=' 'list(tx): in the order of the request'
    case 'fields:bitcoin/filterload'
      printf '%s\t%s\n' \
        'filter=' 'bytes(CompactSize): the bits, the lowest of a byte first' \
        'n_hash_funcs=' 'u32le: hashes of an item, at most 50' \
        'n_tweak=' 'u32le: goes into the seeds' \
        'n_flags=' 'u8: what a match does to the filter'
    case 'values:bitcoin/filterload/n_flags'
      printf '%s\t%s\n' \
        'n_flags=UPDATE_NONE' '0' \
        'n_flags=UPDATE_ALL' '1' \
        'n_flags=UPDATE_P2PUBKEY_ONLY' '2'
    case 'fields:bitcoin/filteradd'
      printf '%s\t%s\n' 'data=' 'bytes(CompactSize): the item'
    case 'fields:bitcoin/getcfilters'
      printf '%s\t%s\n' \
        'filter_type=' 'u8: 0' \
        'start_height=' 'u32le: the first block' \
        'stop_hash=' 'hash(32): the last block; at most 1000 blocks'
    case 'values:bitcoin/getcfilters/filter_type'
      printf '%s\t%s\n' 'filter_type=basic' '0'
    case 'fields:bitcoin/cfilter'
      printf '%s\t%s\n' \
        'filter_type=' 'u8: 0' \
        'block_hash=' 'hash(32): which block' \
        'filter_bytes=' 'bytes(CompactSize): a Golomb-coded set'
    case 'values:bitcoin/cfilter/filter_type'
      printf '%s\t%s\n' 'filter_type=basic' '0'
    case 'fields:bitcoin/getcfheaders'
      printf '%s\t%s\n' \
        'filter_type=' 'u8: 0' \
        'start_height=' 'u32le: the first block' \
        'stop_hash=' 'hash(32): the last block; at most 2000 blocks'
    case 'values:bitcoin/getcfheaders/filter_type'
      printf '%s\t%s\n' 'filter_type=basic' '0'
    case 'fields:bitcoin/cfheaders'
      printf '%s\t%s\n' \
        'filter_type=' 'u8: 0' \
        'stop_hash=' 'hash(32): the last block' \
        'previous_filter_header=' 'hash(32): header before the first; zeros at the genesis block' \
        'filter_hashes=' 'list(hash(32)): one a block'
    case 'values:bitcoin/cfheaders/filter_type'
      printf '%s\t%s\n' 'filter_type=basic' '0'
    case 'fields:bitcoin/getcfcheckpt'
      printf '%s\t%s\n' \
        'filter_type=' 'u8: 0' \
        'stop_hash=' 'hash(32): the last block'
    case 'values:bitcoin/getcfcheckpt/filter_type'
      printf '%s\t%s\n' 'filter_type=basic' '0'
    case 'fields:bitcoin/cfcheckpt'
      printf '%s\t%s\n' \
        'filter_type=' 'u8: 0' \
        'stop_hash=' 'hash(32): the last block' \
        'filter_headers=' 'list(hash(32)): of heights 1000, 2000, and so on'
    case 'values:bitcoin/cfcheckpt/filter_type'
      printf '%s\t%s\n' 'filter_type=basic' '0'
    case 'fields:bitcoin/reqrecon'
      printf '%s\t%s\n' \
        'set_size=' 'u16le: transactions that the sender would announce' \
        'q=' 'u16le: guess of the difference, times 32767'
    case 'fields:bitcoin/sketch'
      printf '%s\t%s\n' 'skdata=' 'bytes(CompactSize): odd power sums in GF(2^32), four bytes each'
    case 'fields:bitcoin/reconcildiff'
      printf '%s\t%s\n' \
        'success=' 'bool: whether the difference was found' \
        'ask_shortids=' 'list(u32le): transactions that the sender lacks'
    case 'fields:bitcoin/ancpkginfo'
      printf '%s\t%s\n' 'txns=' 'list(hash(32)): wtxids; ancestors, itself last'
    case 'fields:bitcoin/getpkgtxns'
      printf '%s\t%s\n' 'txns=' 'list(hash(32)): wtxids; at most 100'
    case 'fields:bitcoin/pkgtxns'
      printf '%s\t%s\n' 'txns=' 'list(tx): the transactions, in the order of the request'
    case 'fields:bitcoin/uproof'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/getuproof'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/uttls'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/getuttls'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/usummary'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/utreexotx'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/uroot'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/geturoot'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/alert'
      printf '%s\t%s\n' \
        'payload=' 'alert_payload: what is signed' \
        'signature=' 'bytes(CompactSize): ECDSA in DER by the alert key'
    case 'fields:bitcoin/reject'
      printf '%s\t%s\n' \
        'message=' 'text(CompactSize): which command' \
        'ccode=' 'u8: what kind of reason' \
        'reason=' 'text(CompactSize): in words' \
        'data=' 'hash(32): hash of the block or transaction'
    case 'values:bitcoin/reject/ccode'
      printf '%s\t%s\n' \
        'ccode=MALFORMED' '1' \
        'ccode=INVALID' '16' \
        'ccode=OBSOLETE' '17' \
        'ccode=DUPLICATE' '18' \
        'ccode=NONSTANDARD' '64' \
        'ccode=DUST' '65' \
        'ccode=INSUFFICIENTFEE' '66' \
        'ccode=CHECKPOINT' '67'
    case 'fields:bitcoin/getutxos'
      printf '%s\t%s\n' \
        'check_mempool=' 'bool: look into the mempool, too' \
        'outpoints=' 'list(outpoint): which outputs'
    case 'fields:bitcoin/utxos'
      printf '%s\t%s\n' \
        'height=' 'u32le: the answerer\'s best block' \
        'tip_hash=' 'hash(32): its hash' \
        'hit_bitmap=' 'bytes(CompactSize): a bit for each outpoint, the lowest first' \
        'result_utxos=' 'list(utxo): those found'
    case 'fields:bitcoin/checkorder'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/submitorder'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/reply'
      printf '%s\t%s\n' 'payload=' 'rest: not taken apart'
    case 'fields:bitcoin/block_header'
      printf '%s\t%s\n' \
        'version=' 'i32le: rules and signals of the miner' \
        'previous_block=' 'hash(32): the parent' \
        'merkle_root=' 'hash(32): of the txids' \
        'time=' 'time: the miner\'s clock' \
        'bits=' 'u32le: target: exponent in the top byte' \
        'nonce=' 'u32le: what the miner tried'
    case 'fields:bitcoin/outpoint'
      printf '%s\t%s\n' \
        'txid=' 'hash(32): the transaction' \
        'index=' 'u32le: which of its outputs; 4294967295: none'
    case 'fields:bitcoin/addrv2_entry'
      printf '%s\t%s\n' \
        'time=' 'time: when the node was last seen' \
        'services=' 'CompactSize: what it offers; any 64 bits' \
        'networkID=' 'u8: which network' \
        'addr=' 'text(CompactSize): the address in that network\'s notation' \
        'port=' 'u16be: high byte first; 0 for I2P'
    case 'values:bitcoin/addrv2_entry/networkID'
      printf '%s\t%s\n' \
        'networkID=IPV4' '1' \
        'networkID=IPV6' '2' \
        'networkID=TORV2' '3' \
        'networkID=TORV3' '4' \
        'networkID=I2P' '5' \
        'networkID=CJDNS' '6' \
        'networkID=YGGDRASIL' '7'
    case 'family:bitshares' 'family:bitshares-testnet'
      printf '%s\t%s\n' 'bitshares' ''
    case 'messages:bitshares'
      printf '%s\t%s\n' \
        'trx_message' 'a transaction, in answer to 5004' \
        'block_message' 'a block, in answer to 5004' \
        'item_ids_inventory_message' 'new items on offer' \
        'blockchain_item_ids_inventory_message' 'block ids: answer to 5003' \
        'fetch_blockchain_item_ids_message' 'asks for block ids (synchronisation)' \
        'fetch_items_message' 'asks for items that were offered' \
        'item_not_available_message' 'negative answer to 5004' \
        'hello_message' 'first message of each side' \
        'connection_accepted_message' 'positive answer to a hello' \
        'connection_rejected_message' 'negative answer to a hello' \
        'address_request_message' 'asks for neighbours' \
        'address_message' 'the sender\'s active peers' \
        'closing_connection_message' 'said before leaving' \
        'current_time_request_message' 'compares clocks; keeps alive' \
        'current_time_reply_message' 'answer to 5012' \
        'check_firewall_message' 'asks to be dialled (up to 6.0.x)' \
        'check_firewall_reply_message' 'whether that worked (up to 6.0.x)' \
        'get_current_connections_request_message' 'asks for connections in detail (up to 5.1.0)' \
        'get_current_connections_reply_message' 'connections in detail (up to 5.1.0)'
    case 'types:bitshares'
      printf '%s\t%s\n' \
        'trx_message' 'a transaction, in answer to 5004' \
        'block_message' 'a block, in answer to 5004' \
        'item_ids_inventory_message' 'new items on offer' \
        'blockchain_item_ids_inventory_message' 'block ids: answer to 5003' \
        'fetch_blockchain_item_ids_message' 'asks for block ids (synchronisation)' \
        'fetch_items_message' 'asks for items that were offered' \
        'item_not_available_message' 'negative answer to 5004' \
        'hello_message' 'first message of each side' \
        'connection_accepted_message' 'positive answer to a hello' \
        'connection_rejected_message' 'negative answer to a hello' \
        'address_request_message' 'asks for neighbours' \
        'address_message' 'the sender\'s active peers' \
        'closing_connection_message' 'said before leaving' \
        'current_time_request_message' 'compares clocks; keeps alive' \
        'current_time_reply_message' 'answer to 5012' \
        'check_firewall_message' 'asks to be dialled (up to 6.0.x)' \
        'check_firewall_reply_message' 'whether that worked (up to 6.0.x)' \
        'get_current_connections_request_message' 'asks for connections in detail (up to 5.1.0)' \
        'get_current_connections_reply_message' 'connections in detail (up to 5.1.0)' \
        'signed_block' 'a block, as get_block shows it' \
        'signed_block_header' 'what the id of a block is the hash of' \
        'block_header' 'what a witness signs' \
        'signed_transaction' 'a transaction as it travels by itself' \
        'processed_transaction' 'a transaction as it stands in a block' \
        'transaction' 'what is signed of a transaction' \
        'operation' 'any operation: its number and its fields' \
        'operation_result' 'what came of an operation' \
        'authority' 'who may act for an account' \
        'memo_data' 'a word to the receiver, encrypted' \
        'chain_parameters' 'the rules of the chain' \
        'fee_schedule' 'what operations cost' \
        'asset' 'an amount' \
        'price' 'a price' \
        'transfer' 'operation 0: moves an amount' \
        'limit_order_create' 'operation 1: offers one asset for another' \
        'limit_order_cancel' 'operation 2: takes an order back' \
        'call_order_update' 'operation 3: borrows an asset against collateral, or pays it back' \
        'fill_order' 'operation 4: virtual: an order was filled' \
        'account_create' 'operation 5: makes an account' \
        'account_update' 'operation 6: changes an account' \
        'account_whitelist' 'operation 7: puts an account on a list' \
        'account_upgrade' 'operation 8: buys membership' \
        'account_transfer' 'operation 9: gives an account away' \
        'asset_create' 'operation 10: makes an asset' \
        'asset_update' 'operation 11: changes an asset' \
        'asset_update_bitasset' 'operation 12: changes how an asset is backed' \
        'asset_update_feed_producers' 'operation 13: says who may publish prices' \
        'asset_issue' 'operation 14: makes an amount of an asset' \
        'asset_reserve' 'operation 15: takes an amount out of supply' \
        'asset_fund_fee_pool' 'operation 16: pays into the pool that fees are paid from' \
        'asset_settle' 'operation 17: gives a backed asset back for its collateral' \
        'asset_global_settle' 'operation 18: ends a backed asset at one price' \
        'asset_publish_feed' 'operation 19: says what an asset is worth' \
        'witness_create' 'operation 20: stands for making blocks' \
        'witness_update' 'operation 21: changes a witness' \
        'proposal_create' 'operation 22: proposes operations' \
        'proposal_update' 'operation 23: approves a proposal, or no longer' \
        'proposal_delete' 'operation 24: forbids a proposal' \
        'withdraw_permission_create' 'operation 25: permits regular withdrawals' \
        'withdraw_permission_update' 'operation 26: changes that permission' \
        'withdraw_permission_claim' 'operation 27: withdraws what is permitted' \
        'withdraw_permission_delete' 'operation 28: ends that permission' \
        'committee_member_create' 'operation 29: stands for the committee' \
        'committee_member_update' 'operation 30: changes a committee member' \
        'committee_member_update_global_parameters' 'operation 31: changes the rules of the chain' \
        'vesting_balance_create' 'operation 32: puts an amount by' \
        'vesting_balance_withdraw' 'operation 33: takes what is free of it' \
        'worker_create' 'operation 34: asks for pay out of the reserve' \
        'custom' 'operation 35: carries free data' \
        'assert' 'operation 36: makes the transaction depend on conditions' \
        'balance_claim' 'operation 37: claims a balance of the genesis' \
        'override_transfer' 'operation 38: moves an amount by the issuer\'s right' \
        'transfer_to_blind' 'operation 39: hides an amount' \
        'blind_transfer' 'operation 40: moves hidden amounts' \
        'transfer_from_blind' 'operation 41: shows an amount again' \
        'asset_settle_cancel' 'operation 42: virtual: a settlement was called off' \
        'asset_claim_fees' 'operation 43: takes collected market fees' \
        'fba_distribute' 'operation 44: virtual: fees were shared out' \
        'bid_collateral' 'operation 45: bids for the debt of an asset that has ended' \
        'execute_bid' 'operation 46: virtual: such a bid was carried out' \
        'asset_claim_pool' 'operation 47: takes out of the pool that fees are paid from' \
        'asset_update_issuer' 'operation 48: gives an asset away' \
        'htlc_create' 'operation 49: puts an amount up for whoever knows a secret' \
        'htlc_redeem' 'operation 50: tells the secret and takes the amount' \
        'htlc_redeemed' 'operation 51: virtual: a secret was told' \
        'htlc_extend' 'operation 52: gives more time' \
        'htlc_refund' 'operation 53: virtual: time ran out' \
        'custom_authority_create' 'operation 54: lets others do some operations' \
        'custom_authority_update' 'operation 55: changes that' \
        'custom_authority_delete' 'operation 56: ends that' \
        'ticket_create' 'operation 57: locks an amount for more votes' \
        'ticket_update' 'operation 58: changes how it is locked' \
        'liquidity_pool_create' 'operation 59: makes a pool of two assets' \
        'liquidity_pool_delete' 'operation 60: ends an empty pool' \
        'liquidity_pool_deposit' 'operation 61: pays into a pool for shares' \
        'liquidity_pool_withdraw' 'operation 62: gives shares back' \
        'liquidity_pool_exchange' 'operation 63: trades with a pool' \
        'samet_fund_create' 'operation 64: lends within transactions' \
        'samet_fund_delete' 'operation 65: ends such a fund' \
        'samet_fund_update' 'operation 66: changes such a fund' \
        'samet_fund_borrow' 'operation 67: borrows from such a fund' \
        'samet_fund_repay' 'operation 68: pays back in the same transaction' \
        'credit_offer_create' 'operation 69: lends against collateral' \
        'credit_offer_delete' 'operation 70: ends such an offer' \
        'credit_offer_update' 'operation 71: changes such an offer' \
        'credit_offer_accept' 'operation 72: borrows by such an offer' \
        'credit_deal_repay' 'operation 73: pays a loan back' \
        'credit_deal_expired' 'operation 74: virtual: a loan was not paid back' \
        'liquidity_pool_update' 'operation 75: changes the fees of a pool' \
        'credit_deal_update' 'operation 76: changes how a loan is paid back' \
        'limit_order_update' 'operation 77: changes an order'
    case 'fields:bitshares/trx_message' 'fields:bitshares/trx'
      printf '%s\t%s\n' 'trx=' 'signed_transaction: the transaction'
    case 'fields:bitshares/block_message' 'fields:bitshares/block'
      printf '%s\t%s\n' \
        'block=' 'signed_block: the block' \
        'block_id=' 'bytes(20): its id, as the sender has it'
    case 'fields:bitshares/item_ids_inventory_message' 'fields:bitshares/item_ids_inventory'
      printf '%s\t%s\n' \
        'item_type=' 'u32le: what the items are' \
        'item_hashes_available=' 'list(bytes(20)): message hashes: RIPEMD-160 of the message that car...'
    case 'values:bitshares/item_ids_inventory_message/item_type' 'values:bitshares/item_ids_inventory/item_type'
      printf '%s\t%s\n' \
        'item_type=trx_message_type' '1000' \
        'item_type=block_message_type' '1001'
    case 'fields:bitshares/blockchain_item_ids_inventory_message' 'fields:bitshares/blockchain_item_ids_inventory'
      printf '%s\t%s\n' \
        'total_remaining_item_count=' 'u32le: how many blocks follow after these' \
        'item_type=' 'u32le: 1001' \
        'item_hashes_available=' 'list(bytes(20)): block ids, the first one in common; one that was k...'
    case 'values:bitshares/blockchain_item_ids_inventory_message/item_type' 'values:bitshares/blockchain_item_ids_inventory/item_type'
      printf '%s\t%s\n' \
        'item_type=trx_message_type' '1000' \
        'item_type=block_message_type' '1001'
    case 'fields:bitshares/fetch_blockchain_item_ids_message' 'fields:bitshares/fetch_blockchain_item_ids'
      printf '%s\t%s\n' \
        'item_type=' 'u32le: 1001' \
        'blockchain_synopsis=' 'list(bytes(20)): known block ids, oldest first; empty: from the gen...'
    case 'values:bitshares/fetch_blockchain_item_ids_message/item_type' 'values:bitshares/fetch_blockchain_item_ids/item_type'
      printf '%s\t%s\n' \
        'item_type=trx_message_type' '1000' \
        'item_type=block_message_type' '1001'
    case 'fields:bitshares/fetch_items_message' 'fields:bitshares/fetch_items'
      printf '%s\t%s\n' \
        'item_type=' 'u32le: what the items are' \
        'items_to_fetch=' 'list(bytes(20)): one in normal operation, at most 200 in synchronis...'
    case 'values:bitshares/fetch_items_message/item_type' 'values:bitshares/fetch_items/item_type'
      printf '%s\t%s\n' \
        'item_type=trx_message_type' '1000' \
        'item_type=block_message_type' '1001'
    case 'fields:bitshares/item_not_available_message' 'fields:bitshares/item_not_available'
      printf '%s\t%s\n' 'requested_item=' 'item_id: the item that is not there'
    case 'fields:bitshares/hello_message' 'fields:bitshares/hello'
      printf '%s\t%s\n' \
        'user_agent=' 'text(varint): name of the software' \
        'core_protocol_version=' 'u32le: 106; never judged' \
        'inbound_address=' 'ip4le: where the sender listens' \
        'inbound_port=' 'u16le: 0: the sender does not listen' \
        'outbound_port=' 'u16le: source port of this connection' \
        'node_public_key=' 'bytes(33): long-lived node key' \
        'signed_shared_secret=' 'bytes(65): node key\'s signature of SHA-256 of the shared secret' \
        'chain_id=' 'bytes(32): SHA-256 of the genesis file' \
        'user_data=' 'variant_object: platform, node_id, head block'
    case 'fields:bitshares/connection_rejected_message' 'fields:bitshares/connection_rejected'
      printf '%s\t%s\n' \
        'user_agent=' 'text(varint): name of the software' \
        'core_protocol_version=' 'u32le: 106' \
        'remote_endpoint=' 'endpoint: the receiver as the sender sees it: tells your public add...' \
        'reason_code=' 'u8: why' \
        'reason_string=' 'text(varint): in words'
    case 'values:bitshares/connection_rejected_message/reason_code' 'values:bitshares/connection_rejected/reason_code'
      printf '%s\t%s\n' \
        'reason_code=unspecified' '0' \
        'reason_code=different_chain' '1' \
        'reason_code=already_connected' '2' \
        'reason_code=connected_to_self' '3' \
        'reason_code=not_accepting_connections' '4' \
        'reason_code=blocked' '5' \
        'reason_code=invalid_hello_message' '6' \
        'reason_code=client_too_old' '7'
    case 'fields:bitshares/address_message' 'fields:bitshares/address'
      printf '%s\t%s\n' 'addresses=' 'list(address_info): one entry per active peer; the reference uses t...'
    case 'fields:bitshares/closing_connection_message' 'fields:bitshares/closing_connection'
      printf '%s\t%s\n' \
        'reason_for_closing=' 'text(varint): in words' \
        'closing_due_to_error=' 'bool: false also for inactivity' \
        'error=' 'optional(exception): fc::exception with the sender\'s own log lines'
    case 'fields:bitshares/current_time_request_message' 'fields:bitshares/current_time_request'
      printf '%s\t%s\n' 'request_sent_time=' 'time(us): the asker\'s clock'
    case 'fields:bitshares/current_time_reply_message' 'fields:bitshares/current_time_reply'
      printf '%s\t%s\n' \
        'request_sent_time=' 'time(us): echo' \
        'request_received_time=' 'time(us): the answerer\'s clock when the request came' \
        'reply_transmitted_time=' 'time(us): the answerer\'s clock when the answer went'
    case 'fields:bitshares/check_firewall_message' 'fields:bitshares/check_firewall'
      printf '%s\t%s\n' \
        'node_id=' 'bytes(33): who shall be tested; all zero: the sender' \
        'endpoint_to_check=' 'endpoint: where; all zero: the sender'
    case 'fields:bitshares/check_firewall_reply_message' 'fields:bitshares/check_firewall_reply'
      printf '%s\t%s\n' \
        'node_id=' 'bytes(33): who was tested' \
        'endpoint_checked=' 'endpoint: where' \
        'result=' 'u8: how it went'
    case 'values:bitshares/check_firewall_reply_message/result' 'values:bitshares/check_firewall_reply/result'
      printf '%s\t%s\n' \
        'result=unable_to_check' '0' \
        'result=unable_to_connect' '1' \
        'result=connection_successful' '2'
    case 'fields:bitshares/get_current_connections_reply_message' 'fields:bitshares/get_current_connections_reply'
      printf '%s\t%s\n' \
        'upload_rate_one_minute=' 'u32le: bytes per second' \
        'download_rate_one_minute=' 'u32le: bytes per second' \
        'upload_rate_fifteen_minutes=' 'u32le: bytes per second' \
        'download_rate_fifteen_minutes=' 'u32le: bytes per second' \
        'upload_rate_one_hour=' 'u32le: bytes per second' \
        'download_rate_one_hour=' 'u32le: bytes per second' \
        'current_connections=' 'list(current_connection_data): one entry per active peer'
    case 'fields:bitshares/signed_block'
      printf '%s\t%s\n' \
        'previous=' 'bytes(20): id of the block before; begins with its number' \
        'timestamp=' 'time: when it was made' \
        'witness=' 'witness_id: who made it' \
        'transaction_merkle_root=' 'bytes(20): of the transactions; zeros for none' \
        'extensions=' 'extensions: none are defined' \
        'witness_signature=' 'bytes(65): of the header\'s SHA-256' \
        'transactions=' 'list(processed_transaction): in order'
    case 'fields:bitshares/signed_block_header'
      printf '%s\t%s\n' \
        'previous=' 'bytes(20): id of the block before; begins with its number' \
        'timestamp=' 'time: when it was made' \
        'witness=' 'witness_id: who made it' \
        'transaction_merkle_root=' 'bytes(20): of the transactions; zeros for none' \
        'extensions=' 'extensions: none are defined' \
        'witness_signature=' 'bytes(65): of the header\'s SHA-256'
    case 'fields:bitshares/block_header'
      printf '%s\t%s\n' \
        'previous=' 'bytes(20): id of the block before; begins with its number' \
        'timestamp=' 'time: when it was made' \
        'witness=' 'witness_id: who made it' \
        'transaction_merkle_root=' 'bytes(20): of the transactions; zeros for none' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/signed_transaction'
      printf '%s\t%s\n' \
        'ref_block_num=' 'u16le: low 16 bits of the number of a known block' \
        'ref_block_prefix=' 'u32le: bytes 4 to 7 of its id, low byte first' \
        'expiration=' 'time: after which no block can have it' \
        'operations=' 'list(operation): what is to be done' \
        'extensions=' 'extensions: none are defined' \
        'signatures=' 'list(bytes(65)): of the digest with the chain id'
    case 'fields:bitshares/processed_transaction'
      printf '%s\t%s\n' \
        'ref_block_num=' 'u16le: low 16 bits of the number of a known block' \
        'ref_block_prefix=' 'u32le: bytes 4 to 7 of its id, low byte first' \
        'expiration=' 'time: after which no block can have it' \
        'operations=' 'list(operation): what is to be done' \
        'extensions=' 'extensions: none are defined' \
        'signatures=' 'list(bytes(65)): of the digest with the chain id' \
        'operation_results=' 'list(operation_result): what came of each operation'
    case 'fields:bitshares/transaction'
      printf '%s\t%s\n' \
        'ref_block_num=' 'u16le: low 16 bits of the number of a known block' \
        'ref_block_prefix=' 'u32le: bytes 4 to 7 of its id, low byte first' \
        'expiration=' 'time: after which no block can have it' \
        'operations=' 'list(operation): what is to be done' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/authority'
      printf '%s\t%s\n' \
        'weight_threshold=' 'u32le: the sum of weights that is needed' \
        'account_auths=' 'map(account_id, u16le): weights of other accounts' \
        'key_auths=' 'map(public_key, u16le): weights of keys' \
        'address_auths=' 'map(address, u16le): weights of addresses, from the time before the...'
    case 'fields:bitshares/memo_data'
      printf '%s\t%s\n' \
        'from=' 'public_key: memo key of the sender; zeros: not encrypted' \
        'to=' 'public_key: memo key of the receiver' \
        'nonce=' 'u64le: makes each memo\'s key its own' \
        'message=' 'bytes(varint): checksum and text, encrypted'
    case 'fields:bitshares/chain_parameters'
      printf '%s\t%s\n' \
        'current_fees=' 'fee_schedule: what operations cost' \
        'block_interval=' 'u8: seconds from block to block' \
        'maintenance_interval=' 'u32le: seconds from one counting of votes to the next' \
        'maintenance_skip_slots=' 'u8: blocks left out while votes are counted' \
        'committee_proposal_review_period=' 'u32le: seconds that its proposals wait' \
        'maximum_transaction_size=' 'u32le: bytes' \
        'maximum_block_size=' 'u32le: bytes' \
        'maximum_time_until_expiration=' 'u32le: seconds that a transaction may live' \
        'maximum_proposal_lifetime=' 'u32le: seconds' \
        'maximum_asset_whitelist_authorities=' 'u8: most accounts on such a list' \
        'maximum_asset_feed_publishers=' 'u8: most feeders of an asset' \
        'maximum_witness_count=' 'u16le: most active witnesses' \
        'maximum_committee_count=' 'u16le: most committee members' \
        'maximum_authority_membership=' 'u16le: most entries of an authority' \
        'reserve_percent_of_fee=' 'u16le: no longer used' \
        'network_percent_of_fee=' 'u16le: the network\'s share of fees; 100 = 1 %' \
        'lifetime_referrer_percent_of_fee=' 'u16le: the referrer\'s share' \
        'cashback_vesting_period_seconds=' 'u32le: how long a cashback waits' \
        'cashback_vesting_threshold=' 'i64le: above which it waits' \
        'count_non_member_votes=' 'bool: no longer used' \
        'allow_non_member_whitelists=' 'bool: whether anybody may keep lists' \
        'witness_pay_per_block=' 'i64le: of the core asset' \
        'worker_budget_per_day=' 'i64le: of the core asset' \
        'max_predicate_opcode=' 'u16le: predicates of assert with lower numbers work' \
        'fee_liquidation_threshold=' 'i64le: when collected fees are sold' \
        'accounts_per_fee_scale=' 'u16le: new accounts until they get dearer' \
        'account_fee_scale_bitshifts=' 'u8: by how many doublings' \
        'max_authority_depth=' 'u8: how far authorities may point on' \
        'extensions=' 'extension(chain_parameters_extensions): what was added later'
    case 'fields:bitshares/fee_schedule'
      printf '%s\t%s\n' \
        'parameters=' 'set(fee_parameters): costs by the number of the operation' \
        'scale=' 'u32le: by which all of them are multiplied; 10000 = 100 %'
    case 'fields:bitshares/asset'
      printf '%s\t%s\n' \
        'amount=' 'i64le: in the asset\'s smallest unit' \
        'asset_id=' 'asset_id: of which asset; 1.3.0 is the core asset'
    case 'fields:bitshares/price'
      printf '%s\t%s\n' \
        'base=' 'asset: so much of this' \
        'quote=' 'asset: for so much of that'
    case 'fields:bitshares/transfer'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'from=' 'account_id: who pays' \
        'to=' 'account_id: who is paid' \
        'amount=' 'asset: how much of what' \
        'memo=' 'optional(memo_data): a word to the receiver' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/limit_order_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'seller=' 'account_id: whose order it is' \
        'amount_to_sell=' 'asset: how much of what is sold' \
        'min_to_receive=' 'asset: for at least so much of that' \
        'expiration=' 'time: when what is left is taken back' \
        'fill_or_kill=' 'bool: whether the whole must be filled at once' \
        'extensions=' 'extension(limit_order_create_options): what was added later'
    case 'fields:bitshares/limit_order_cancel'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'fee_paying_account=' 'account_id: whose order it is' \
        'order=' 'limit_order_id: which order is taken back' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/call_order_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'funding_account=' 'account_id: who borrows' \
        'delta_collateral=' 'asset: change of the collateral' \
        'delta_debt=' 'asset: change of the debt' \
        'extensions=' 'extension(call_order_update_options): what was added later'
    case 'fields:bitshares/fill_order'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'order_id=' 'object_id: which order was filled' \
        'account_id=' 'account_id: whose order it is' \
        'pays=' 'asset: what the account gave' \
        'receives=' 'asset: what it got, fees not deducted' \
        'fill_price=' 'price: at which price' \
        'is_maker=' 'bool: whether the order was there first'
    case 'fields:bitshares/account_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'registrar=' 'account_id: who pays for it' \
        'referrer=' 'account_id: who gets a share of its fees' \
        'referrer_percent=' 'u16le: the referrer\'s share; 100 = 1 %' \
        'name=' 'text(varint): its name, at most 63 letters' \
        'owner=' 'authority: who may change everything' \
        'active=' 'authority: who may act for it' \
        'options=' 'account_options: memo key and votes' \
        'extensions=' 'extension(account_create_extensions): what was added later'
    case 'fields:bitshares/account_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: which account' \
        'owner=' 'optional(authority): who may change everything' \
        'active=' 'optional(authority): who may act for it' \
        'new_options=' 'optional(account_options): memo key and votes' \
        'extensions=' 'extension(account_update_extensions): what was added later'
    case 'fields:bitshares/account_whitelist'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'authorizing_account=' 'account_id: whose list it is' \
        'account_to_list=' 'account_id: who is put on it' \
        'new_listing=' 'u8: 0 none, 1 white, 2 black, 3 both' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/account_upgrade'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account_to_upgrade=' 'account_id: which account' \
        'upgrade_to_lifetime_member=' 'bool: for life, or by the year (no longer)' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/account_transfer'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account_id=' 'account_id: which account' \
        'new_owner=' 'account_id: who gets it' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'symbol=' 'text(varint): its name, at most 16 letters' \
        'precision=' 'u8: digits behind the point' \
        'common_options=' 'asset_options: its rules' \
        'bitasset_opts=' 'optional(bitasset_options): how it is backed' \
        'is_prediction_market=' 'bool: whether it stands for an outcome' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'asset_to_update=' 'asset_id: which asset' \
        'new_issuer=' 'optional(account_id): no longer used: see asset_update_issuer' \
        'new_options=' 'asset_options: its rules from now on' \
        'extensions=' 'extension(asset_update_extensions): what was added later'
    case 'fields:bitshares/asset_update_bitasset'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'asset_to_update=' 'asset_id: which asset' \
        'new_options=' 'bitasset_options: how it is backed from now on' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_update_feed_producers'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'asset_to_update=' 'asset_id: which asset' \
        'new_feed_producers=' 'set(account_id): who may publish its price' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_issue'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'asset_to_issue=' 'asset: how much is made' \
        'issue_to_account=' 'account_id: who gets it' \
        'memo=' 'optional(memo_data): a word to the receiver' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_reserve'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'payer=' 'account_id: whose amount it is' \
        'amount_to_reserve=' 'asset: how much is taken out of supply' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_fund_fee_pool'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'from_account=' 'account_id: who pays' \
        'asset_id=' 'asset_id: into which asset\'s pool' \
        'amount=' 'i64le: how much of the core asset' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_settle'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who gives the asset back' \
        'amount=' 'asset: how much' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_global_settle'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'asset_to_settle=' 'asset_id: which asset ends' \
        'settle_price=' 'price: at which price everybody is paid' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_publish_feed'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'publisher=' 'account_id: who says so' \
        'asset_id=' 'asset_id: of which asset' \
        'feed=' 'price_feed: its prices' \
        'extensions=' 'extension(asset_publish_feed_extensions): what was added later'
    case 'fields:bitshares/witness_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'witness_account=' 'account_id: who stands' \
        'url=' 'text(varint): where more is told' \
        'block_signing_key=' 'public_key: that its blocks are signed with'
    case 'fields:bitshares/witness_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'witness=' 'witness_id: which witness' \
        'witness_account=' 'account_id: whose it is' \
        'new_url=' 'optional(text(varint)): where more is told' \
        'new_signing_key=' 'optional(public_key): for blocks; zeros: makes none'
    case 'fields:bitshares/proposal_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'fee_paying_account=' 'account_id: who proposes' \
        'expiration_time=' 'time: when it is carried out or dropped' \
        'proposed_ops=' 'list(op_wrapper): what is to be done' \
        'review_period_seconds=' 'optional(u32le): so long before the end no approval can be added' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/proposal_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'fee_paying_account=' 'account_id: who changes approvals' \
        'proposal=' 'proposal_id: of which proposal' \
        'active_approvals_to_add=' 'set(account_id): accounts that approve' \
        'active_approvals_to_remove=' 'set(account_id): accounts that no longer do' \
        'owner_approvals_to_add=' 'set(account_id): accounts that approve as owners' \
        'owner_approvals_to_remove=' 'set(account_id): accounts that no longer do' \
        'key_approvals_to_add=' 'set(public_key): keys that approve' \
        'key_approvals_to_remove=' 'set(public_key): keys that no longer do' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/proposal_delete'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'fee_paying_account=' 'account_id: who forbids it' \
        'using_owner_authority=' 'bool: whether as owner' \
        'proposal=' 'proposal_id: which proposal' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/withdraw_permission_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'withdraw_from_account=' 'account_id: who permits it' \
        'authorized_account=' 'account_id: who may withdraw' \
        'withdrawal_limit=' 'asset: at most this much in each period' \
        'withdrawal_period_sec=' 'u32le: length of a period in seconds' \
        'periods_until_expiration=' 'u32le: for so many periods' \
        'period_start_time=' 'time: when the first period begins'
    case 'fields:bitshares/withdraw_permission_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'withdraw_from_account=' 'account_id: who permits it' \
        'authorized_account=' 'account_id: who may withdraw' \
        'permission_to_update=' 'withdraw_permission_id: which permission' \
        'withdrawal_limit=' 'asset: at most this much in each period' \
        'withdrawal_period_sec=' 'u32le: length of a period in seconds' \
        'period_start_time=' 'time: when the next period begins' \
        'periods_until_expiration=' 'u32le: for so many periods'
    case 'fields:bitshares/withdraw_permission_claim'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'withdraw_permission=' 'withdraw_permission_id: by which permission' \
        'withdraw_from_account=' 'account_id: who pays' \
        'withdraw_to_account=' 'account_id: who is paid' \
        'amount_to_withdraw=' 'asset: how much of what' \
        'memo=' 'optional(memo_data): a word to the one who pays'
    case 'fields:bitshares/withdraw_permission_delete'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'withdraw_from_account=' 'account_id: who permitted it' \
        'authorized_account=' 'account_id: who might withdraw' \
        'withdrawal_permission=' 'withdraw_permission_id: which permission ends'
    case 'fields:bitshares/committee_member_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'committee_member_account=' 'account_id: who stands' \
        'url=' 'text(varint): where more is told'
    case 'fields:bitshares/committee_member_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'committee_member=' 'committee_member_id: which member' \
        'committee_member_account=' 'account_id: whose it is' \
        'new_url=' 'optional(text(varint)): where more is told'
    case 'fields:bitshares/committee_member_update_global_parameters'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'new_parameters=' 'chain_parameters: from now on'
    case 'fields:bitshares/vesting_balance_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'creator=' 'account_id: who pays' \
        'owner=' 'account_id: whose it will be' \
        'amount=' 'asset: how much of what' \
        'policy=' 'vesting_policy_initializer: how it becomes free'
    case 'fields:bitshares/vesting_balance_withdraw'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'vesting_balance=' 'vesting_balance_id: from which balance' \
        'owner=' 'account_id: whose it is' \
        'amount=' 'asset: how much of what'
    case 'fields:bitshares/worker_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'owner=' 'account_id: who works' \
        'work_begin_date=' 'time: from then' \
        'work_end_date=' 'time: till then' \
        'daily_pay=' 'i64le: of the core asset' \
        'name=' 'text(varint): of the work' \
        'url=' 'text(varint): where more is told' \
        'initializer=' 'worker_initializer: what happens with the pay'
    case 'fields:bitshares/custom'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'payer=' 'account_id: who pays' \
        'required_auths=' 'set(account_id): who must sign as well' \
        'id=' 'u16le: what the data is for; free' \
        'data=' 'bytes(varint): free'
    case 'fields:bitshares/assert'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'fee_paying_account=' 'account_id: who pays' \
        'predicates=' 'list(predicate): all of this must be so' \
        'required_auths=' 'set(account_id): who must sign as well' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/balance_claim'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'deposit_to_account=' 'account_id: who gets it' \
        'balance_to_claim=' 'balance_id: which balance of the genesis' \
        'balance_owner_key=' 'public_key: the key of its address' \
        'total_claimed=' 'asset: how much of what'
    case 'fields:bitshares/override_transfer'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: issuer of the asset, who alone may do this' \
        'from=' 'account_id: whose amount is taken' \
        'to=' 'account_id: who gets it' \
        'amount=' 'asset: how much of what' \
        'memo=' 'optional(memo_data): a word to the receiver' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/transfer_to_blind'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'amount=' 'asset: what goes into hiding' \
        'from=' 'account_id: who pays' \
        'blinding_factor=' 'bytes(32): sum of the outputs\' factors' \
        'outputs=' 'list(blind_output): the hidden amounts'
    case 'fields:bitshares/blind_transfer'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'inputs=' 'list(blind_input): hidden amounts that are spent' \
        'outputs=' 'list(blind_output): hidden amounts that are made'
    case 'fields:bitshares/transfer_from_blind'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'amount=' 'asset: what comes out of hiding' \
        'to=' 'account_id: who is paid' \
        'blinding_factor=' 'bytes(32): sum of the inputs\' factors' \
        'inputs=' 'list(blind_input): hidden amounts that are spent'
    case 'fields:bitshares/asset_settle_cancel'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'settlement=' 'force_settlement_id: which settlement' \
        'account=' 'account_id: who asked for it' \
        'amount=' 'asset: how much goes back'
    case 'fields:bitshares/asset_claim_fees'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'amount_to_claim=' 'asset: how much of its market fees' \
        'extensions=' 'extension(asset_claim_fees_options): what was added later'
    case 'fields:bitshares/fba_distribute'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account_id=' 'account_id: who gets the fees' \
        'fba_id=' 'object_id: from which collecting object' \
        'amount=' 'i64le: how much of the core asset'
    case 'fields:bitshares/bid_collateral'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'bidder=' 'account_id: who bids' \
        'additional_collateral=' 'asset: collateral that is added' \
        'debt_covered=' 'asset: debt that is taken over; 0 takes the bid back' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/execute_bid'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'bidder=' 'account_id: whose bid' \
        'debt=' 'asset: debt that was taken over' \
        'collateral=' 'asset: collateral of the new position'
    case 'fields:bitshares/asset_claim_pool'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'asset_id=' 'asset_id: out of which asset\'s pool' \
        'amount_to_claim=' 'asset: how much of the core asset' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/asset_update_issuer'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'issuer=' 'account_id: whose asset it is' \
        'asset_to_update=' 'asset_id: which asset' \
        'new_issuer=' 'account_id: who gets it' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/htlc_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'from=' 'account_id: who pays' \
        'to=' 'account_id: who is paid' \
        'amount=' 'asset: how much of what' \
        'preimage_hash=' 'htlc_hash: hash of the secret' \
        'preimage_size=' 'u16le: bytes of the secret' \
        'claim_period_seconds=' 'u32le: so long it can be claimed' \
        'extensions=' 'extension(htlc_create_options): what was added later'
    case 'fields:bitshares/htlc_redeem'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'htlc_id=' 'htlc_id: which contract' \
        'redeemer=' 'account_id: who claims it' \
        'preimage=' 'bytes(varint): the secret' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/htlc_redeemed'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'htlc_id=' 'htlc_id: which contract' \
        'from=' 'account_id: who paid' \
        'to=' 'account_id: who was paid' \
        'redeemer=' 'account_id: who claimed it' \
        'amount=' 'asset: how much of what' \
        'htlc_preimage_hash=' 'htlc_hash: hash of the secret' \
        'htlc_preimage_size=' 'u16le: bytes of the secret' \
        'preimage=' 'bytes(varint): the secret'
    case 'fields:bitshares/htlc_extend'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'htlc_id=' 'htlc_id: which contract' \
        'update_issuer=' 'account_id: who paid' \
        'seconds_to_add=' 'u32le: so much longer it can be claimed' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/htlc_refund'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'htlc_id=' 'htlc_id: which contract' \
        'to=' 'account_id: who paid and gets it back' \
        'original_htlc_recipient=' 'account_id: who did not claim it' \
        'htlc_amount=' 'asset: how much of what' \
        'htlc_preimage_hash=' 'htlc_hash: hash of the secret' \
        'htlc_preimage_size=' 'u16le: bytes of the secret'
    case 'fields:bitshares/custom_authority_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: whose authority it is' \
        'enabled=' 'bool: whether it counts at once' \
        'valid_from=' 'time: from then' \
        'valid_to=' 'time: till then' \
        'operation_type=' 'varint: number of the operation that it is for' \
        'auth=' 'authority: who may do that' \
        'restrictions=' 'list(restriction): and only so' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/custom_authority_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: whose authority it is' \
        'authority_to_update=' 'custom_authority_id: which one' \
        'new_enabled=' 'optional(bool): whether it counts' \
        'new_valid_from=' 'optional(time): from then' \
        'new_valid_to=' 'optional(time): till then' \
        'new_auth=' 'optional(authority): who may do that' \
        'restrictions_to_remove=' 'set(u16le): numbers of restrictions that end' \
        'restrictions_to_add=' 'list(restriction): restrictions that are new' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/custom_authority_delete'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: whose authority it is' \
        'authority_to_delete=' 'custom_authority_id: which one ends' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/ticket_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who locks' \
        'target_type=' 'varint: 0 liquid, 1 lock_180_days, 2 lock_360_days, 3 lock_720_days...' \
        'amount=' 'asset: how much of the core asset' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/ticket_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'ticket=' 'ticket_id: which ticket' \
        'account=' 'account_id: whose it is' \
        'target_type=' 'varint: 0 liquid, 1 lock_180_days, 2 lock_360_days, 3 lock_720_days...' \
        'amount_for_new_target=' 'optional(asset): how much of it; else all' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/liquidity_pool_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who makes it' \
        'asset_a=' 'asset_id: the asset with the lower number' \
        'asset_b=' 'asset_id: the other asset' \
        'share_asset=' 'asset_id: in which shares are counted' \
        'taker_fee_percent=' 'u16le: cost of an exchange; 100 = 1 %' \
        'withdrawal_fee_percent=' 'u16le: cost of a withdrawal; 100 = 1 %' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/liquidity_pool_delete'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: whose it is' \
        'pool=' 'liquidity_pool_id: which pool ends' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/liquidity_pool_deposit'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who pays' \
        'pool=' 'liquidity_pool_id: into which pool' \
        'amount_a=' 'asset: how much of the first asset' \
        'amount_b=' 'asset: how much of the second asset' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/liquidity_pool_withdraw'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who is paid' \
        'pool=' 'liquidity_pool_id: out of which pool' \
        'share_amount=' 'asset: for how many shares' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/liquidity_pool_exchange'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who trades' \
        'pool=' 'liquidity_pool_id: with which pool' \
        'amount_to_sell=' 'asset: how much of what is given' \
        'min_to_receive=' 'asset: for at least so much of that' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/samet_fund_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'owner_account=' 'account_id: who lends' \
        'asset_type=' 'asset_id: what is lent' \
        'balance=' 'i64le: how much' \
        'fee_rate=' 'u32le: what a loan costs; 10000 = 1 %' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/samet_fund_delete'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'owner_account=' 'account_id: whose it is' \
        'fund_id=' 'samet_fund_id: which fund ends' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/samet_fund_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'owner_account=' 'account_id: whose it is' \
        'fund_id=' 'samet_fund_id: which fund' \
        'delta_amount=' 'optional(asset): more or less to lend' \
        'new_fee_rate=' 'optional(u32le): what a loan costs; 10000 = 1 %' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/samet_fund_borrow'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'borrower=' 'account_id: who borrows' \
        'fund_id=' 'samet_fund_id: from which fund' \
        'borrow_amount=' 'asset: how much of what' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/samet_fund_repay'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who pays back' \
        'fund_id=' 'samet_fund_id: to which fund' \
        'repay_amount=' 'asset: how much of what' \
        'fund_fee=' 'asset: what the loan cost' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/credit_offer_create'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'owner_account=' 'account_id: who lends' \
        'asset_type=' 'asset_id: what is lent' \
        'balance=' 'i64le: how much' \
        'fee_rate=' 'u32le: what a loan costs; 10000 = 1 %' \
        'max_duration_seconds=' 'u32le: longest life of a loan' \
        'min_deal_amount=' 'i64le: smallest loan' \
        'enabled=' 'bool: whether it can be accepted' \
        'auto_disable_time=' 'time: when that ends' \
        'acceptable_collateral=' 'map(asset_id, price): what is taken, at which price' \
        'acceptable_borrowers=' 'map(account_id, i64le): who may borrow, how much; empty: all' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/credit_offer_delete'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'owner_account=' 'account_id: whose it is' \
        'offer_id=' 'credit_offer_id: which offer ends' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/credit_offer_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'owner_account=' 'account_id: whose it is' \
        'offer_id=' 'credit_offer_id: which offer' \
        'delta_amount=' 'optional(asset): more or less to lend' \
        'fee_rate=' 'optional(u32le): what a loan costs; 10000 = 1 %' \
        'max_duration_seconds=' 'optional(u32le): longest life of a loan' \
        'min_deal_amount=' 'optional(i64le): smallest loan' \
        'enabled=' 'optional(bool): whether it can be accepted' \
        'auto_disable_time=' 'optional(time): when that ends' \
        'acceptable_collateral=' 'optional(map(asset_id, price)): what is taken, at which price' \
        'acceptable_borrowers=' 'optional(map(account_id, i64le)): who may borrow, how much' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/credit_offer_accept'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'borrower=' 'account_id: who borrows' \
        'offer_id=' 'credit_offer_id: which offer' \
        'borrow_amount=' 'asset: how much of what' \
        'collateral=' 'asset: against how much of that' \
        'max_fee_rate=' 'u32le: if it costs no more; 10000 = 1 %' \
        'min_duration_seconds=' 'u32le: if it lasts so long' \
        'extensions=' 'extension(credit_offer_accept_extensions): what was added later'
    case 'fields:bitshares/credit_deal_repay'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who pays back' \
        'deal_id=' 'credit_deal_id: which loan' \
        'repay_amount=' 'asset: how much of what' \
        'credit_fee=' 'asset: what the loan cost' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/credit_deal_expired'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'deal_id=' 'credit_deal_id: which loan' \
        'offer_id=' 'credit_offer_id: from which offer' \
        'offer_owner=' 'account_id: who lent' \
        'borrower=' 'account_id: who borrowed' \
        'unpaid_amount=' 'asset: what was not paid back' \
        'collateral=' 'asset: what the lender got instead' \
        'fee_rate=' 'u32le: what the loan cost; 10000 = 1 %'
    case 'fields:bitshares/liquidity_pool_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: whose it is' \
        'pool=' 'liquidity_pool_id: which pool' \
        'taker_fee_percent=' 'optional(u16le): cost of an exchange; 100 = 1 %' \
        'withdrawal_fee_percent=' 'optional(u16le): cost of a withdrawal; 100 = 1 %' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/credit_deal_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'account=' 'account_id: who borrowed' \
        'deal_id=' 'credit_deal_id: which loan' \
        'auto_repay=' 'u8: 0 none, 1 only_full_repayment, 2 allow_partial_repayment: what ...' \
        'extensions=' 'extensions: none are defined'
    case 'fields:bitshares/limit_order_update'
      printf '%s\t%s\n' \
        'fee=' 'asset: what the operation costs the one who pays' \
        'seller=' 'account_id: whose order it is' \
        'order=' 'limit_order_id: which order' \
        'new_price=' 'optional(price): another price' \
        'delta_amount_to_sell=' 'optional(asset): more or less to sell' \
        'new_expiration=' 'optional(time): another end' \
        'on_fill=' 'optional(list(limit_order_auto_action)): what follows when filled' \
        'extensions=' 'extensions: none are defined'
    case 'family:parallelchain'
      printf '%s\t%s\n' 'parallelchain' ''
    case 'messages:parallelchain'
      printf '%s\t%s\n' \
        'Identify' 'who the sender is; asked for by opening the stream, or pushed' \
        'Ping' '32 bytes, and the same again in answer' \
        'PUT_VALUE' 'stores a record; the answer echoes it' \
        'GET_VALUE' 'asks for a record; answered with it, nearer peers, or both' \
        'ADD_PROVIDER' 'says that the sender provides what the key names; no answer' \
        'GET_PROVIDERS' 'asks who provides what the key names' \
        'FIND_NODE' 'asks for the peers nearest to a key' \
        'PING' 'asks for a sign of life; out of use' \
        'RPC' 'gossipsub: subscriptions, published messages, control' \
        'Proposal' 'the leader\'s block of a view' \
        'Nudge' 'the leader asks for the next phase' \
        'Vote' 'a validator\'s vote, to the next leader' \
        'NewView' 'a validator has given up a view' \
        'SyncRequest' 'asks a replica for blocks' \
        'SyncResponse' 'blocks, in answer' \
        'TransactionV1' 'a transaction of protocol 0.4, in a block or pending' \
        'TransactionV2' 'a transaction of protocol 0.5, in a block or pending' \
        'DroppedTxn' 'a transaction was given up; up to 0.5'
    case 'types:parallelchain'
      printf '%s\t%s\n' \
        'Identify' 'who the sender is; asked for by opening the stream, or pushed' \
        'Ping' '32 bytes, and the same again in answer' \
        'PUT_VALUE' 'stores a record; the answer echoes it' \
        'GET_VALUE' 'asks for a record; answered with it, nearer peers, or both' \
        'ADD_PROVIDER' 'says that the sender provides what the key names; no answer' \
        'GET_PROVIDERS' 'asks who provides what the key names' \
        'FIND_NODE' 'asks for the peers nearest to a key' \
        'PING' 'asks for a sign of life; out of use' \
        'RPC' 'gossipsub: subscriptions, published messages, control' \
        'Proposal' 'the leader\'s block of a view' \
        'Nudge' 'the leader asks for the next phase' \
        'Vote' 'a validator\'s vote, to the next leader' \
        'NewView' 'a validator has given up a view' \
        'SyncRequest' 'asks a replica for blocks' \
        'SyncResponse' 'blocks, in answer' \
        'TransactionV1' 'a transaction of protocol 0.4, in a block or pending' \
        'TransactionV2' 'a transaction of protocol 0.5, in a block or pending' \
        'DroppedTxn' 'a transaction was given up; up to 0.5' \
        'PublishedMessage' 'what an author published, inside an RPC' \
        'NoiseHandshakePayload' 'identity inside a Noise message' \
        'PublicKey' 'an identity key, encoded' \
        'Envelope' 'something under a signature' \
        'PeerRecord' 'a peer\'s addresses' \
        'Message' 'any message of hotstuff_rs 0.3' \
        'TransactionV1OrV2' 'what is pending, since 0.6' \
        'UntaggedTransaction' 'what is pending, up to 0.5' \
        'Block' 'a block as proposals and answers have it' \
        'QuorumCertificate' 'the votes of a quorum for a block' \
        'Command' 'what a transaction does' \
        'ReceiptV1' 'what came of a transaction, in protocol 0.4' \
        'ReceiptV2' 'what came of a transaction, in protocol 0.5' \
        'BlockV1' 'a block of protocol 0.4 as HTTP gives it' \
        'BlockV2' 'a block of protocol 0.5 as HTTP gives it'
    case 'fields:parallelchain/Identify'
      printf '%s\t%s\n' \
        'publicKey=' 'optional rest #1: encoded PublicKey of the sender' \
        'listenAddrs=' 'repeated multiaddr #2: where the sender can be dialled' \
        'protocols=' 'repeated string #3: ids that the sender accepts' \
        'observedAddr=' 'optional multiaddr #4: the receiver\'s address as the sender sees it' \
        'protocolVersion=' 'optional string #5: family of protocols' \
        'agentVersion=' 'optional string #6: name of the software' \
        'signedPeerRecord=' 'optional rest #8: an Envelope around a PeerRecord'
    case 'fields:parallelchain/Ping'
      printf '%s\t%s\n' 'data=' 'bytes(32): random; comes back unchanged'
    case 'fields:parallelchain/PUT_VALUE'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:parallelchain/PUT_VALUE/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:parallelchain/GET_VALUE'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:parallelchain/GET_VALUE/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:parallelchain/ADD_PROVIDER'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:parallelchain/ADD_PROVIDER/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:parallelchain/GET_PROVIDERS'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:parallelchain/GET_PROVIDERS/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:parallelchain/FIND_NODE'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:parallelchain/FIND_NODE/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:parallelchain/PING'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:parallelchain/PING/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:parallelchain/RPC'
      printf '%s\t%s\n' \
        'subscriptions=' 'repeated SubOpts #1: topics come and gone' \
        'publish=' 'repeated Message #2: messages of authors' \
        'control=' 'optional ControlMessage #3: about the mesh, and gossip'
    case 'fields:parallelchain/Proposal'
      printf '%s\t%s\n' \
        'kind=' 'kind: two bytes: a progress message, and which' \
        'chain_id=' 'u64le: of the chain; 0 is mainnet' \
        'view=' 'u64le: the round that it belongs to' \
        'block=' 'Block: what the validators are to vote for'
    case 'fields:parallelchain/Nudge'
      printf '%s\t%s\n' \
        'kind=' 'kind: two bytes: a progress message, and which' \
        'chain_id=' 'u64le: of the chain; 0 is mainnet' \
        'view=' 'u64le: the round that it belongs to' \
        'justify=' 'QuorumCertificate: of the phase before'
    case 'fields:parallelchain/Vote'
      printf '%s\t%s\n' \
        'kind=' 'kind: two bytes: a progress message, and which' \
        'chain_id=' 'u64le: of the chain; 0 is mainnet' \
        'view=' 'u64le: the round that it belongs to' \
        'block=' 'bytes(32): hash of the block voted for' \
        'phase=' 'Phase: which of its phases' \
        'signature=' 'bytes(64): Ed25519 of chain, view, block and phase'
    case 'fields:parallelchain/NewView'
      printf '%s\t%s\n' \
        'kind=' 'kind: two bytes: a progress message, and which' \
        'chain_id=' 'u64le: of the chain; 0 is mainnet' \
        'view=' 'u64le: the round that it belongs to' \
        'highest_qc=' 'QuorumCertificate: best that the sender knows'
    case 'fields:parallelchain/SyncRequest'
      printf '%s\t%s\n' \
        'kind=' 'kind: two bytes: a sync message, and which' \
        'start_height=' 'u64le: of the first block' \
        'limit=' 'u32le: how many; servers send at least as many as they like'
    case 'fields:parallelchain/SyncResponse'
      printf '%s\t%s\n' \
        'kind=' 'kind: two bytes: a sync message, and which' \
        'blocks=' 'list(Block): ascending, the uncommitted ones last' \
        'highest_qc=' 'QuorumCertificate: best that the sender knows'
    case 'fields:parallelchain/TransactionV1'
      printf '%s\t%s\n' \
        'signer=' 'address: whose transaction it is' \
        'nonce=' 'u64le: how many transactions of the signer came before it' \
        'commands=' 'list(Command): what is to be done, in order' \
        'gas_limit=' 'u64le: most gas that it may use' \
        'max_base_fee_per_gas=' 'u64le: grays that the signer pays at most, burnt' \
        'priority_fee_per_gas=' 'u64le: grays that go to the proposer' \
        'signature=' 'bytes(64): Ed25519 by the signer' \
        'hash=' 'bytes(32): SHA-256 of the signature'
    case 'values:parallelchain/TransactionV1/signer'
      printf '%s\t%s\n'
    case 'fields:parallelchain/TransactionV2'
      printf '%s\t%s\n' \
        'signer=' 'address: whose transaction it is' \
        'nonce=' 'u64le: how many transactions of the signer came before it' \
        'commands=' 'list(Command): what is to be done, in order' \
        'gas_limit=' 'u64le: most gas that it may use' \
        'max_base_fee_per_gas=' 'u64le: grays that the signer pays at most, burnt' \
        'priority_fee_per_gas=' 'u64le: grays that go to the proposer' \
        'signature=' 'bytes(64): Ed25519 by the signer' \
        'hash=' 'bytes(32): SHA-256 of the signature'
    case 'values:parallelchain/TransactionV2/signer'
      printf '%s\t%s\n'
    case 'fields:parallelchain/DroppedTxn'
      printf '%s\t%s\n' \
        'kind=' 'kind: not on the wire: the topic tells it' \
        'by=' 'dropper: who dropped it' \
        'transaction=' 'TransactionV1: what was dropped, by the mempool' \
        'hash=' 'bytes(32): of what was dropped, by the executor' \
        'code=' 'u16le: why; the protocol\'s document has these digits as decimal'
    case 'values:parallelchain/DroppedTxn/code'
      printf '%s\t%s\n' \
        'code=InvalidTxn' '1301' \
        'code=NonceLTCommitted' '1302' \
        'code=NonceInaccessible' '1303'
    case 'fields:parallelchain/PublishedMessage'
      printf '%s\t%s\n' \
        'from=' 'optional peer id #1: the author' \
        'data=' 'optional rest #2: what it says' \
        'seqno=' 'optional rest #3: 8 bytes, big-endian' \
        'topic=' 'optional string #4: where' \
        'signature=' 'optional rest #5: the author\'s, of libp2p-pubsub: and fields 1 to 4' \
        'key=' 'optional rest #6: encoded PublicKey, where the author\'s id does not...'
    case 'fields:parallelchain/NoiseHandshakePayload'
      printf '%s\t%s\n' \
        'identity_key=' 'optional rest #1: encoded PublicKey of the sender' \
        'identity_sig=' 'optional rest #2: its signature of noise-libp2p-static-key: and the...' \
        'extensions=' 'optional NoiseExtensions #4: what the sender offers early'
    case 'fields:parallelchain/PublicKey'
      printf '%s\t%s\n' \
        'Type=' 'optional uint32 #1: 0 RSA, 1 Ed25519, 2 Secp256k1, 3 ECDSA' \
        'Data=' 'rest #2: in the kind\'s form'
    case 'fields:parallelchain/Envelope'
      printf '%s\t%s\n' \
        'public_key=' 'optional PublicKey #1: the signer' \
        'payload_type=' 'optional rest #2: 0301 where it is a PeerRecord' \
        'payload=' 'optional rest #3: what is signed' \
        'signature=' 'optional rest #5: of domain, type and payload, each behind its length'
    case 'fields:parallelchain/PeerRecord'
      printf '%s\t%s\n' \
        'peer_id=' 'optional peer id #1: whose addresses they are' \
        'seq=' 'uint64 #2: grows with each change' \
        'addresses=' 'repeated AddressInfo #3: where it is'
    case 'fields:parallelchain/Message'
      printf '%s\t%s\n' \
        'Proposal=' 'Proposal: the leader\'s block of a view' \
        'Nudge=' 'Nudge: the leader asks for the next phase' \
        'Vote=' 'Vote: a validator\'s vote, to the next leader' \
        'NewView=' 'NewView: a validator has given up a view' \
        'SyncRequest=' 'SyncRequest: asks a replica for blocks' \
        'SyncResponse=' 'SyncResponse: blocks, in answer'
    case 'fields:parallelchain/TransactionV1OrV2'
      printf '%s\t%s\n' \
        'TransactionV1=' 'TransactionV1: a transaction of protocol 0.4' \
        'TransactionV2=' 'TransactionV2: a transaction of protocol 0.5'
    case 'fields:parallelchain/UntaggedTransaction'
      printf '%s\t%s\n' \
        'kind=' 'kind: not on the wire: the only kind there was' \
        'untagged=' 'always: not on the wire: up to pchain-network 0.5' \
        'signer=' 'address: whose transaction it is' \
        'nonce=' 'u64le: how many transactions of the signer came before it' \
        'commands=' 'list(Command): what is to be done, in order' \
        'gas_limit=' 'u64le: most gas that it may use' \
        'max_base_fee_per_gas=' 'u64le: grays that the signer pays at most, burnt' \
        'priority_fee_per_gas=' 'u64le: grays that go to the proposer' \
        'signature=' 'bytes(64): Ed25519 by the signer' \
        'hash=' 'bytes(32): SHA-256 of the signature'
    case 'values:parallelchain/UntaggedTransaction/signer'
      printf '%s\t%s\n'
    case 'fields:parallelchain/Block'
      printf '%s\t%s\n' \
        'height=' 'u64le: from 0' \
        'hash=' 'bytes(32): SHA-256 of height, justify and data_hash' \
        'justify=' 'QuorumCertificate: votes for the block before' \
        'data_hash=' 'bytes(32): SHA-256 of the first nine slots of the data' \
        'data=' 'BlockData: header, transactions and receipts'
    case 'fields:parallelchain/QuorumCertificate'
      printf '%s\t%s\n' \
        'chain_id=' 'u64le: of the chain; 0 is mainnet' \
        'view=' 'u64le: in which the votes were cast' \
        'block=' 'bytes(32): hash of the block voted for' \
        'phase=' 'Phase: which of its phases' \
        'signatures=' 'list(optional(bytes(64))): one place a validator, ascending by addr...'
    case 'fields:parallelchain/ReceiptV2'
      printf '%s\t%s\n' \
        'gas_used=' 'u64le: by the whole transaction' \
        'exit_code=' 'ExitCodeV2: how it ended' \
        'command_receipts=' 'list(CommandReceiptV2): what came of each command'
    case 'fields:parallelchain/BlockV1'
      printf '%s\t%s\n' \
        'header=' 'BlockHeaderV1: what the block says' \
        'transactions=' 'list(TransactionV1): in order' \
        'receipts=' 'list(list(CommandReceiptV1)): what came of each'
    case 'fields:parallelchain/BlockV2'
      printf '%s\t%s\n' \
        'header=' 'BlockHeaderV2: what the block says' \
        'transactions=' 'list(TransactionV2): in order' \
        'receipts=' 'list(ReceiptV2): what came of each'
    case 'family:libp2p'
      printf '%s\t%s\n' 'libp2p' ''
    case 'messages:libp2p'
      printf '%s\t%s\n' \
        'Identify' 'who the sender is; asked for by opening the stream, or pushed' \
        'Ping' '32 bytes, and the same again in answer' \
        'PUT_VALUE' 'stores a record; the answer echoes it' \
        'GET_VALUE' 'asks for a record; answered with it, nearer peers, or both' \
        'ADD_PROVIDER' 'says that the sender provides what the key names; no answer' \
        'GET_PROVIDERS' 'asks who provides what the key names' \
        'FIND_NODE' 'asks for the peers nearest to a key' \
        'PING' 'asks for a sign of life; out of use' \
        'RPC' 'gossipsub: subscriptions, published messages, control'
    case 'types:libp2p'
      printf '%s\t%s\n' \
        'Identify' 'who the sender is; asked for by opening the stream, or pushed' \
        'Ping' '32 bytes, and the same again in answer' \
        'PUT_VALUE' 'stores a record; the answer echoes it' \
        'GET_VALUE' 'asks for a record; answered with it, nearer peers, or both' \
        'ADD_PROVIDER' 'says that the sender provides what the key names; no answer' \
        'GET_PROVIDERS' 'asks who provides what the key names' \
        'FIND_NODE' 'asks for the peers nearest to a key' \
        'PING' 'asks for a sign of life; out of use' \
        'RPC' 'gossipsub: subscriptions, published messages, control' \
        'PublishedMessage' 'what an author published, inside an RPC' \
        'NoiseHandshakePayload' 'identity inside a Noise message' \
        'PublicKey' 'an identity key, encoded' \
        'Envelope' 'something under a signature' \
        'PeerRecord' 'a peer\'s addresses'
    case 'fields:libp2p/Identify'
      printf '%s\t%s\n' \
        'publicKey=' 'optional rest #1: encoded PublicKey of the sender' \
        'listenAddrs=' 'repeated multiaddr #2: where the sender can be dialled' \
        'protocols=' 'repeated string #3: ids that the sender accepts' \
        'observedAddr=' 'optional multiaddr #4: the receiver\'s address as the sender sees it' \
        'protocolVersion=' 'optional string #5: family of protocols' \
        'agentVersion=' 'optional string #6: name of the software' \
        'signedPeerRecord=' 'optional rest #8: an Envelope around a PeerRecord'
    case 'fields:libp2p/Ping'
      printf '%s\t%s\n' 'data=' 'bytes(32): random; comes back unchanged'
    case 'fields:libp2p/PUT_VALUE'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:libp2p/PUT_VALUE/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:libp2p/GET_VALUE'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:libp2p/GET_VALUE/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:libp2p/ADD_PROVIDER'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:libp2p/ADD_PROVIDER/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:libp2p/GET_PROVIDERS'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:libp2p/GET_PROVIDERS/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:libp2p/FIND_NODE'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:libp2p/FIND_NODE/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:libp2p/PING'
      printf '%s\t%s\n' \
        'type=' 'int32 #1: what is asked or answered' \
        'key=' 'bytes or peer id #2: a peer id, or the key of a record' \
        'record=' 'optional Record #3: a value under its key' \
        'closerPeers=' 'repeated Peer #8: peers nearer to the key' \
        'providerPeers=' 'repeated Peer #9: peers that provide what the key names' \
        'clusterLevelRaw=' 'optional int32 #10: unused'
    case 'values:libp2p/PING/type'
      printf '%s\t%s\n' \
        'type=PUT_VALUE' '0' \
        'type=GET_VALUE' '1' \
        'type=ADD_PROVIDER' '2' \
        'type=GET_PROVIDERS' '3' \
        'type=FIND_NODE' '4' \
        'type=PING' '5'
    case 'fields:libp2p/RPC'
      printf '%s\t%s\n' \
        'subscriptions=' 'repeated SubOpts #1: topics come and gone' \
        'publish=' 'repeated Message #2: messages of authors' \
        'control=' 'optional ControlMessage #3: about the mesh, and gossip'
    case 'fields:libp2p/PublishedMessage'
      printf '%s\t%s\n' \
        'from=' 'optional peer id #1: the author' \
        'data=' 'optional rest #2: what it says' \
        'seqno=' 'optional rest #3: 8 bytes, big-endian' \
        'topic=' 'optional string #4: where' \
        'signature=' 'optional rest #5: the author\'s, of libp2p-pubsub: and fields 1 to 4' \
        'key=' 'optional rest #6: encoded PublicKey, where the author\'s id does not...'
    case 'fields:libp2p/NoiseHandshakePayload'
      printf '%s\t%s\n' \
        'identity_key=' 'optional rest #1: encoded PublicKey of the sender' \
        'identity_sig=' 'optional rest #2: its signature of noise-libp2p-static-key: and the...' \
        'extensions=' 'optional NoiseExtensions #4: what the sender offers early'
    case 'fields:libp2p/PublicKey'
      printf '%s\t%s\n' \
        'Type=' 'optional uint32 #1: 0 RSA, 1 Ed25519, 2 Secp256k1, 3 ECDSA' \
        'Data=' 'rest #2: in the kind\'s form'
    case 'fields:libp2p/Envelope'
      printf '%s\t%s\n' \
        'public_key=' 'optional PublicKey #1: the signer' \
        'payload_type=' 'optional rest #2: 0301 where it is a PeerRecord' \
        'payload=' 'optional rest #3: what is signed' \
        'signature=' 'optional rest #5: of domain, type and payload, each behind its length'
    case 'fields:libp2p/PeerRecord'
      printf '%s\t%s\n' \
        'peer_id=' 'optional peer id #1: whose addresses they are' \
        'seq=' 'uint64 #2: grows with each change' \
        'addresses=' 'repeated AddressInfo #3: where it is'
    case 'family:witnet' 'family:witnet-testnet' 'family:witnet-development'
      printf '%s\t%s\n' 'witnet' ''
    case 'messages:witnet'
      printf '%s\t%s\n' \
        'Version' 'first message of each side' \
        'Verack' 'answer to a Version; ends the handshake' \
        'GetPeers' 'asks for addresses of nodes' \
        'Peers' 'addresses: only as answer to GetPeers' \
        'Block' 'a block that was asked for, or a candidate for the next one' \
        'InventoryAnnouncement' 'blocks that somebody lacks whose LastBeacon is behind' \
        'InventoryRequest' 'asks for what is in storage' \
        'LastBeacon' 'every epoch from listener to dialler; from a dialler it begins a sy...' \
        'Transaction' 'a new transaction, or one that was asked for' \
        'SuperBlockVote' 'a committee member\'s vote on a superblock' \
        'SuperBlock' 'a superblock that was asked for'
    case 'types:witnet'
      printf '%s\t%s\n' \
        'Version' 'first message of each side' \
        'Verack' 'answer to a Version; ends the handshake' \
        'GetPeers' 'asks for addresses of nodes' \
        'Peers' 'addresses: only as answer to GetPeers' \
        'Block' 'a block that was asked for, or a candidate for the next one' \
        'InventoryAnnouncement' 'blocks that somebody lacks whose LastBeacon is behind' \
        'InventoryRequest' 'asks for what is in storage' \
        'LastBeacon' 'every epoch from listener to dialler; from a dialler it begins a sy...' \
        'Transaction' 'a new transaction, or one that was asked for' \
        'SuperBlockVote' 'a committee member\'s vote on a superblock' \
        'SuperBlock' 'a superblock that was asked for' \
        'Message' 'a whole frame without its length: magic and command' \
        'BlockHeader' 'what a block\'s hash covers' \
        'VTTransaction' 'a payment' \
        'DRTransaction' 'a question' \
        'CommitTransaction' 'a witness\'s hidden answer' \
        'RevealTransaction' 'a witness\'s answer' \
        'TallyTransaction' 'a result' \
        'MintTransaction' 'a reward' \
        'StakeTransaction' 'a deposit' \
        'UnstakeTransaction' 'a withdrawal of a deposit' \
        'DataRequestOutput' 'a question and what is paid for it' \
        'RADRequest' 'a question' \
        'CheckpointVRF' 'what a miner\'s proof is about' \
        'DataRequestVrfMessage' 'what a witness\'s proof is about' \
        'ConsensusConstants' 'what 1.x nodes took the magic from'
    case 'fields:witnet/Version'
      printf '%s\t%s\n' \
        'version=' 'uint32 #1: 1; never judged' \
        'timestamp=' 'time #2: the sender\'s clock; more than 10 s off: refused' \
        'capabilities=' 'fixed64 #3: 1; never judged' \
        'sender_address=' 'Address #4: where the sender can be dialled; 0.0.0.0:0 for nowhere' \
        'receiver_address=' 'Address #5: the receiver as the sender sees it: tells your public a...' \
        'user_agent=' 'string #6: name of the software' \
        'nonce=' 'fixed64 #7: random; never judged' \
        'beacon=' 'LastBeacon #8: where the sender\'s chain ends; judged by diallers only'
    case 'fields:witnet/Peers'
      printf '%s\t%s\n' 'peers=' 'repeated Address #1: in no order; the reference has at most 4096'
    case 'fields:witnet/Block'
      printf '%s\t%s\n' \
        'block_header=' 'BlockHeader #1: what is hashed' \
        'block_sig=' 'KeyedSignature #2: of the hash, by the miner' \
        'txns=' 'BlockTransactions #3: the transactions'
    case 'fields:witnet/InventoryAnnouncement'
      printf '%s\t%s\n' 'inventory=' 'repeated InventoryEntry #1: what the sender has; blocks, ascending'
    case 'fields:witnet/InventoryRequest'
      printf '%s\t%s\n' 'inventory=' 'repeated InventoryEntry #1: what to send, one message each, up to t...'
    case 'fields:witnet/LastBeacon'
      printf '%s\t%s\n' \
        'highest_block_checkpoint=' 'CheckpointBeacon #1: epoch and hash of the tip' \
        'highest_superblock_checkpoint=' 'CheckpointBeacon #2: index and hash of the last superblock with a c...'
    case 'fields:witnet/Transaction'
      printf '%s\t%s\n' \
        'ValueTransfer=' 'optional VTTransaction #1: moves value' \
        'DataRequest=' 'optional DRTransaction #2: asks for data' \
        'Commit=' 'optional CommitTransaction #3: hides a witness\'s answer' \
        'Reveal=' 'optional RevealTransaction #4: shows it' \
        'Tally=' 'optional TallyTransaction #5: the result; not taken from peers' \
        'Mint=' 'optional MintTransaction #6: the reward; not taken from peers' \
        'Stake=' 'optional StakeTransaction #7: locks value up' \
        'Unstake=' 'optional UnstakeTransaction #8: gets it back'
    case 'fields:witnet/SuperBlockVote'
      printf '%s\t%s\n' \
        'bn256_signature=' 'Bn256Signature #1: of index (u32be) and hash' \
        'secp256k1_signature=' 'KeyedSignature #2: of SHA-256 of index (u32be), hash and bn256 sign...' \
        'superblock_hash=' 'Hash #3: what is voted for' \
        'superblock_index=' 'fixed32 #4: which superblock; fixed32 here, a varint elsewhere'
    case 'fields:witnet/SuperBlock'
      printf '%s\t%s\n' \
        'signing_committee_length=' 'uint32 #1: how many may vote' \
        'ars_root=' 'Hash #2: Merkle root over the bn256 keys of active identities' \
        'data_request_root=' 'Hash #3: over the blocks\' roots of data requests; zero without a block' \
        'index=' 'uint32 #4: a tenth of the epoch behind it' \
        'last_block=' 'Hash #5: the last block that it covers' \
        'last_block_in_previous_superblock=' 'Hash #6: the last one that it does not' \
        'tally_root=' 'Hash #7: over the blocks\' roots of tallies; zero without a block'
    case 'fields:witnet/Message'
      printf '%s\t%s\n' \
        'magic=' 'uint32 #1: 10700 from 2.0 on' \
        'kind=' 'Command #2: the command'
    case 'fields:witnet/BlockHeader'
      printf '%s\t%s\n' \
        'signals=' 'uint32 #1: votes on upgrades, a bit each' \
        'beacon=' 'CheckpointBeacon #2: epoch, and the block before' \
        'merkle_roots=' 'BlockMerkleRoots #3: of the transactions' \
        'proof=' 'BlockEligibilityClaim #4: that the miner\'s turn had come' \
        'bn256_public_key=' 'Bn256PublicKey #5: the miner\'s key for superblock votes, or empty'
    case 'fields:witnet/VTTransaction'
      printf '%s\t%s\n' \
        'body=' 'VTTransactionBody #1: what is signed' \
        'signatures=' 'repeated KeyedSignature #2: one for each input; of commits and reve...'
    case 'fields:witnet/DRTransaction'
      printf '%s\t%s\n' \
        'body=' 'DRTransactionBody #1: what is signed' \
        'signatures=' 'repeated KeyedSignature #2: one for each input; of commits and reve...'
    case 'fields:witnet/CommitTransaction'
      printf '%s\t%s\n' \
        'body=' 'CommitTransactionBody #1: what is signed' \
        'signatures=' 'repeated KeyedSignature #2: one for each input; of commits and reve...'
    case 'fields:witnet/RevealTransaction'
      printf '%s\t%s\n' \
        'body=' 'RevealTransactionBody #1: what is signed' \
        'signatures=' 'repeated KeyedSignature #2: one for each input; of commits and reve...'
    case 'fields:witnet/TallyTransaction'
      printf '%s\t%s\n' \
        'dr_pointer=' 'Hash #1: the data request' \
        'tally=' 'rest #2: the result: a CBOR value' \
        'outputs=' 'repeated ValueTransferOutput #3: rewards, and what comes back' \
        'out_of_consensus=' 'repeated PublicKeyHash #4: whose answers were far off' \
        'error_committers=' 'repeated PublicKeyHash #5: whose answers were errors'
    case 'fields:witnet/MintTransaction'
      printf '%s\t%s\n' \
        'epoch=' 'fixed32 #1: of the block' \
        'outputs=' 'repeated ValueTransferOutput #2: the reward; none from V2_0 on'
    case 'fields:witnet/StakeTransaction'
      printf '%s\t%s\n' \
        'body=' 'StakeTransactionBody #1: what is signed' \
        'signatures=' 'repeated KeyedSignature #2: one for each input; of commits and reve...'
    case 'fields:witnet/UnstakeTransaction'
      printf '%s\t%s\n' \
        'body=' 'UnstakeTransactionBody #1: what is signed' \
        'signature=' 'KeyedSignature #2: of the withdrawer, who gets the money'
    case 'fields:witnet/DataRequestOutput'
      printf '%s\t%s\n' \
        'data_request=' 'RADRequest #1: what to do' \
        'witness_reward=' 'uint64 #2: nanowit to each honest witness' \
        'witnesses=' 'uint32 #3: how many' \
        'commit_and_reveal_fee=' 'uint64 #4: nanowit to the miner of each' \
        'min_consensus_percentage=' 'uint32 #5: 51 to 99' \
        'collateral=' 'uint64 #6: nanowit that each witness locks up'
    case 'fields:witnet/RADRequest'
      printf '%s\t%s\n' \
        'time_lock=' 'uint64 #1: not before, in seconds since 1970' \
        'retrieve=' 'repeated RADRetrieve #2: sources' \
        'aggregate=' 'RADAggregate #3: of one witness\'s sources' \
        'tally=' 'RADTally #4: of all witnesses\' reveals'
    case 'fields:witnet/CheckpointVRF'
      printf '%s\t%s\n' \
        'checkpoint=' 'fixed32 #1: epoch' \
        'hash_prev_vrf=' 'Hash #2: the proof before'
    case 'fields:witnet/DataRequestVrfMessage'
      printf '%s\t%s\n' \
        'vrf_input=' 'CheckpointVRF #1: the chain\'s VRF' \
        'dr_hash=' 'Hash #2: the data request' \
        'withdrawer=' 'optional PublicKeyHash #3: whose stake; cut off before V2_0'
    case 'fields:witnet/ConsensusConstants'
      printf '%s\t%s\n' \
        'checkpoint_zero_timestamp=' 'time #1: epoch 0' \
        'checkpoints_period=' 'uint32 #2: seconds of an epoch' \
        'bootstrap_hash=' 'Hash #3: before the first block' \
        'genesis_hash=' 'Hash #4: the first block' \
        'max_vt_weight=' 'uint32 #5: of value transfers in a block' \
        'max_dr_weight=' 'uint32 #6: of data requests in a block' \
        'activity_period=' 'uint32 #7: epochs' \
        'reputation_expire_alpha_diff=' 'uint32 #8: witnessing acts' \
        'reputation_issuance=' 'uint32 #9: points for each act' \
        'reputation_issuance_stop=' 'uint32 #10: acts' \
        'reputation_penalization_factor=' 'double #11: for each lie' \
        'mining_backup_factor=' 'uint32 #12: miners by turn' \
        'mining_replication_factor=' 'uint32 #13: miners by turn, expected' \
        'collateral_minimum=' 'uint64 #14: nanowit' \
        'collateral_age=' 'uint32 #15: epochs' \
        'superblock_period=' 'uint32 #16: epochs' \
        'extra_rounds=' 'uint32 #17: for late commits and reveals' \
        'minimum_difficulty=' 'uint32 #18: identities' \
        'epochs_with_minimum_difficulty=' 'uint32 #19: epochs' \
        'bootstrapping_committee=' 'repeated string #20: addresses that sign the first superblocks' \
        'superblock_signing_committee_size=' 'uint32 #21: identities' \
        'superblock_committee_decreasing_period=' 'uint32 #22: superblocks' \
        'superblock_committee_decreasing_step=' 'uint32 #23: identities' \
        'initial_block_reward=' 'uint64 #24: nanowit' \
        'halving_period=' 'uint32 #25: epochs'
    case 'family:rustchain'
      printf '%s\t%s\n' 'rustchain' ''
    case 'messages:rustchain'
      printf '%s\t%s\n' \
        'Block' 'a block, in answer to GetData' \
        'GetBlocks' 'asks for the ids of all blocks' \
        'GetData' 'asks for a block or transaction' \
        'Inv' 'ids of blocks or transactions on offer' \
        'Tx' 'a transaction, in answer to GetData' \
        'SendBitCoin' 'makes the node pay from a wallet of its own' \
        'KnownNodes' 'nodes that the sender knows; an empty list asks for the receiver\'s' \
        'Version' 'the sender\'s height' \
        'Message' 'text for the receiver\'s log' \
        'AdminNodeQuery' 'makes the node do something and log the result'
    case 'types:rustchain'
      printf '%s\t%s\n' \
        'Block' 'a block, in answer to GetData' \
        'GetBlocks' 'asks for the ids of all blocks' \
        'GetData' 'asks for a block or transaction' \
        'Inv' 'ids of blocks or transactions on offer' \
        'Tx' 'a transaction, in answer to GetData' \
        'SendBitCoin' 'makes the node pay from a wallet of its own' \
        'KnownNodes' 'nodes that the sender knows; an empty list asks for the receiver\'s' \
        'Version' 'the sender\'s height' \
        'Message' 'text for the receiver\'s log' \
        'AdminNodeQuery' 'makes the node do something and log the result' \
        'bincode-block' 'the bytes of a block, out of their JSON list' \
        'bincode-transaction' 'the bytes of a transaction, out of their JSON list' \
        'Package' 'the form of an early draft of the book, op_type and data'
    case 'fields:rustchain/Block'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'block=' 'numbers(Block): the block in bincode'
    case 'fields:rustchain/GetBlocks'
      printf '%s\t%s\n' 'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...'
    case 'fields:rustchain/GetData'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'op_type=' 'OpType: what the ids are of' \
        'id=' 'numbers(hex_text): which one'
    case 'fields:rustchain/Inv'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'op_type=' 'OpType: what the ids are of' \
        'items=' 'list(numbers(hex_text)): the ids'
    case 'fields:rustchain/Tx'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'transaction=' 'numbers(Transaction): the transaction in bincode'
    case 'fields:rustchain/SendBitCoin'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'wlt_frm_addr=' 'string: wallet address that pays: one of the node\'s' \
        'wlt_to_addr=' 'string: wallet address that is paid' \
        'amount=' 'i32: whole coins'
    case 'fields:rustchain/KnownNodes'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'nodes=' 'list(socket_address): where they listen'
    case 'fields:rustchain/Version'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'version=' 'u64: 1' \
        'best_height=' 'u64: 0 without any block'
    case 'fields:rustchain/Message'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'message_type=' 'MessageType: how it is meant' \
        'message=' 'string: the text'
    case 'fields:rustchain/AdminNodeQuery'
      printf '%s\t%s\n' \
        'addr_from=' 'socket_address: where the sender listens; answers go there, on a ne...' \
        'query_type=' 'AdminNodeQueryType: what to do'
    case 'fields:rustchain/bincode-block'
      printf '%s\t%s\n' \
        'timestamp=' 'time(ms): when it was mined' \
        'pre_block_hash=' 'text(usize): the block before, or None' \
        'hash=' 'text(usize): its own, in hex' \
        'nonce=' 'i64: what makes the hash small' \
        'height=' 'usize: 1 for the genesis block' \
        'transactions=' 'list(Transaction): the coinbase last' \
        'trailing=' 'rest: what the reference ignores'
    case 'fields:rustchain/bincode-transaction'
      printf '%s\t%s\n' \
        'id=' 'bytes(usize): SHA-256 of its bytes before it was signed' \
        'vin=' 'list(TXInput): what it spends' \
        'vout=' 'list(TXOutput): what it pays' \
        'trailing=' 'rest: what the reference ignores'
    case 'fields:rustchain/Package'
      printf '%s\t%s\n' \
        'op_type=' 'string: which message is meant' \
        'data=' 'json: its content; the chapter does not say how'
  end
end

function __peerglot_first
  string split -f 1 \t -- (__peerglot_lines $argv[1])[1]
end

function __peerglot_complete
  set -l words (commandline -pxc 2>/dev/null; or commandline -poc)
  set -l current (commandline -ct)
  set -l command ''
  set -l network ''
  set -l message ''
  set -l pending ''
  set -l place 0
  for word in $words[2..-1]
    if test -n "$pending"
      switch $pending
        case network
          set network $word
        case message type
          set message $word
      end
      set pending ''
      continue
    end
    switch $word
      case '-*=*'
      case '-*'
        set pending (__peerglot_first "kind:$command:$word")
      case '*'
        if test -z "$command"
          set command $word
          continue
        end
        switch (__peerglot_first "kind:$command:$place")
          case network
            set network $word
          case peer
            set network (string split -f 1 : -- $word)
          case message type
            set message $word
        end
        set place (math $place + 1)
    end
  end
  set -l kind $pending
  if test -z "$kind"
    switch $current
      case '-*'
        __peerglot_lines "options:$command"
        return
    end
    if test -z "$command"
      __peerglot_lines commands
      return
    end
    set kind (__peerglot_first "kind:$command:$place")
  end
  set -l family (__peerglot_first "family:$network")
  switch "$kind"
    case network
      __peerglot_lines networks
    case peer
      __peerglot_lines peers
    case topic
      __peerglot_lines topics
    case message
      __peerglot_lines "messages:$family"
    case type
      __peerglot_lines "types:$family"
    case field
      switch $current
        case '*=*'
          __peerglot_lines "values:$family/$message/"(string split -f 1 = -- $current)
        case '*'
          __peerglot_lines "fields:$family/$message"
      end
    case file
      __fish_complete_path $current
    case folder
      __fish_complete_directories $current
    case 'choice:*'
      string split ' ' -- (string replace choice: '' -- $kind)
  end
end

complete -c peerglot -e
complete -c peerglot -f -a '(__peerglot_complete)'
