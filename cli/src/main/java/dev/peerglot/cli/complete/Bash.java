// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

/** The parts of the script for bash that are not the table. */
final class Bash {
  private Bash() {}

  static final String HEAD =
      """
      # SPDX-License-Identifier: Apache-2.0
      # Completion of peerglot for bash: source it, or put it into
      # /usr/share/bash-completion/completions/peerglot. Written by `peerglot completion bash`.

      """;

  /** What bash and zsh share: the state after the words before the cursor, and what fits there. */
  static final String SHARED =
      """

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
      """;

  static final String TAIL =
      SHARED
          + """

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
            local IFS=$'\\n'
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
          """;
}
