// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The completion script for bash, from the commands and the catalogue: commands, options, networks
 * and the messages of the network that stands before.
 */
public final class BashCompletion {
  private BashCompletion() {}

  /** The script. */
  public static String script() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # SPDX-License-Identifier: Apache-2.0
        # Completion of peerglot for bash: source it, or put it into
        # /usr/share/bash-completion/completions/peerglot. Written by `peerglot completion bash`.

        _peerglot_words() {
          case $1 in
        """);
    text.append("    networks) echo '")
        .append(String.join(" ", Protocols.schemes()))
        .append("' ;;\n");
    text.append("    commands) echo '").append(String.join(" ", Verbs.names())).append("' ;;\n");
    for (Protocol protocol : Protocols.all()) {
      text.append("    ").append(patterns(protocol)).append(") echo '");
      text.append(messages(protocol)).append("' ;;\n");
    }
    for (Verbs.Entry entry : Verbs.all()) {
      text.append("    options:").append(entry.name()).append(") echo '");
      text.append(options(entry)).append("' ;;\n");
    }
    text.append(
        """
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
        """);
    return text.toString();
  }

  private static String patterns(Protocol protocol) {
    return protocol.networks().stream()
        .map(Network::scheme)
        .map(scheme -> "messages:" + scheme)
        .collect(Collectors.joining("|"));
  }

  private static String messages(Protocol protocol) {
    List<String> names = new ArrayList<>();
    for (MessageKind kind : protocol.messages().all()) {
      names.add(kind.name());
    }
    names.addAll(protocol.messages().parts().keySet());
    return String.join(" ", names);
  }

  private static String options(Verbs.Entry entry) {
    CommandSpec spec = Common.complete(entry.verb().get().spec(), entry);
    return spec.options().stream()
        .map(option -> option.longestName())
        .sorted()
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
