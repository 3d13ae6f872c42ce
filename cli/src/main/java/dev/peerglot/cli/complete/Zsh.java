// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

/** The parts of the script for zsh that are not the table. */
final class Zsh {
  private Zsh() {}

  static final String HEAD =
      """
      #compdef peerglot
      # SPDX-License-Identifier: Apache-2.0
      # Completion of peerglot for zsh: put it into a folder of fpath as _peerglot.
      # Written by `peerglot completion zsh`.

      """;

  static final String TAIL =
      Bash.SHARED
          + """

          _peerglot() {
            local command= network= message= pending= place=0 key current=${words[CURRENT]} i
            local -a lines
            for ((i = 2; i < CURRENT; i++)); do _peerglot_take "${(Q)words[i]}"; done
            key=$(_peerglot_key "$current")
            case $key in
              file) _files; return ;;
              folder) _files -/; return ;;
              choice:*) compadd -- ${(s: :)key#choice:}; return ;;
              text|'') return 1 ;;
            esac
            lines=("${(@f)$(_peerglot_lines "$key")}")
            case $key in
              peers|fields:*) _describe -t words "${key%%:*}" lines -S '' ;;
              *) _describe -t words "${key%%:*}" lines ;;
            esac
          }

          if [ "$funcstack[1]" = _peerglot ]; then _peerglot "$@"; else compdef _peerglot peerglot; fi
          """;
}
