// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Finds public types and methods without a doc comment, with the compiler's own parser. */
final class DocComments {
  private DocComments() {}

  /** What lacks a doc comment, as {@code file:line: Type.member}. */
  static List<String> missing(Path root, List<Path> files) {
    return missing(
        files.stream()
            .map(file -> source(root.relativize(file).toString(), SourceTree.text(file)))
            .toList());
  }

  /** The same for sources in memory. */
  static List<String> missing(List<JavaFileObject> sources) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, sources);
    List<String> faults = new ArrayList<>();
    try {
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(trees, unit, faults).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return faults;
  }

  /** A source in memory. */
  static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name.replace('\\', '/')), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** Walks through public types only: what is inside a hidden one is hidden too. */
  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final List<String> faults;

    Scanner(DocTrees trees, CompilationUnitTree unit, List<String> faults) {
      this.trees = trees;
      this.unit = unit;
      this.faults = faults;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (isPublic(type.getModifiers())) {
        check(type, name(getCurrentPath()));
        type.getMembers().forEach(member -> scan(member, nothing));
      }
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean constructor = method.getName().contentEquals("<init>");
      if (isPublic(method.getModifiers())
          && !constructor
          && !overrides(method)
          && !isAccessor(method)) {
        check(method, name(getCurrentPath().getParentPath()) + "." + method.getName());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
      return null; // an enum constant's body, or a field's anonymous class
    }

    private void check(Tree tree, String name) {
      String comment = trees.getDocComment(getCurrentPath());
      if (comment == null || comment.isBlank()) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        String file = unit.getSourceFile().toUri().getPath().substring(1);
        faults.add(file + ":" + unit.getLineMap().getLineNumber(start) + ": " + name);
      }
    }

    /** Members of interfaces are public without saying so. */
    private boolean isPublic(ModifiersTree modifiers) {
      if (modifiers.getFlags().contains(Modifier.PRIVATE)) {
        return false;
      }
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || parent() != null && parent().getKind() == Tree.Kind.INTERFACE;
    }

    private static boolean overrides(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    /** A record's component is explained at the record. */
    private boolean isAccessor(MethodTree method) {
      return parent() != null
          && parent().getKind() == Tree.Kind.RECORD
          && method.getParameters().isEmpty()
          && parent().getMembers().stream()
              .anyMatch(
                  member ->
                      member instanceof VariableTree field
                          && !field.getModifiers().getFlags().contains(Modifier.STATIC)
                          && field.getName().equals(method.getName()));
    }

    private ClassTree parent() {
      return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type ? type : null;
    }

    private static String name(TreePath path) {
      TreePath above = path.getParentPath();
      String own = ((ClassTree) path.getLeaf()).getSimpleName().toString();
      return above.getLeaf() instanceof ClassTree ? name(above) + "." + own : own;
    }
  }
}
