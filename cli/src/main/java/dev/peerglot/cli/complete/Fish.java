// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

/** The parts of the script for fish that are not the table. */
final class Fish {
  private Fish() {}

  static final String HEAD =
      """
      # SPDX-License-Identifier: Apache-2.0
      # Completion of peerglot for fish: put it into ~/.config/fish/completions/peerglot.fish.
      # Written by `peerglot completion fish`.

      """;

  static final String TAIL =
      """

      function __peerglot_first
        string split -f 1 \\t -- (__peerglot_lines $argv[1])[1]
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
      """;
}
