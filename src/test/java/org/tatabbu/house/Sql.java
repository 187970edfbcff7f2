// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads in a text of SQL which tables, sequences and schemas it names. It knows as much grammar as that needs. */
final class Sql {
    private static final Pattern STATEMENT = Pattern.compile("""
            (?isx) \\A\\s*select\\b | \\A\\s*with\\s+\\w.*?\\bas\\b[^(]*\\( | \\bselect\\b.*\\bfrom\\b
            | \\binsert\\s+into\\b | \\bmerge\\s+into\\b | \\bupdate\\s+\\S+\\s+(\\S+\\s+){0,2}set\\b | \\bdelete\\s+from\\b
            | \\btruncate\\s+\\w | \\block\\s+table\\b | \\bcopy\\s+\\S+\\s+(from|to)\\b
            | \\b(create|alter|drop)\\s+(\\w+\\s+)*?(table|schema|index|sequence|view|type|domain|function|trigger|role|database)\\b
            | \\A\\s*(notify|listen|set\\s+local)\\s+\\w
            """);
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|\\$\\w*\\$|'(?:[^']|'')*'"
                    + "|[\\p{L}_\"%:\uFFFC][\\p{L}\\p{N}_$\"%\uFFFC]*(?:\\.[\\p{L}_\"%\uFFFC][\\p{L}\\p{N}_$\"%\uFFFC]*)*|\\S",
            Pattern.DOTALL);
    private static final Pattern QUALIFIED = Pattern.compile("'([\\p{L}_]\\w*\\.[\\p{L}_]\\w*)'");
    private static final Set<String> MADE =
            Set.of("table", "sequence", "view", "type", "domain", "function", "procedure", "aggregate");
    private static final Set<String> BEFORE_MADE = Set.of(
            "create", "alter", "drop", "lock", "on", "replace", "temporary", "unlogged", "materialized", "execute");
    private static final Set<String> BETWEEN = Set.of("only", "if", "not", "exists", "concurrently", "lateral");
    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "join",
            "left",
            "right",
            "inner",
            "full",
            "cross",
            "natural",
            "on",
            "using",
            "order",
            "group",
            "limit",
            "for",
            "union",
            "set",
            "returning",
            "having",
            "offset",
            "fetch",
            "window",
            "except",
            "intersect",
            "values",
            "default",
            "when",
            "then",
            "with");

    private final List<String> tokens;
    private final Set<String> named = new HashSet<>();
    private final Set<String> local = new HashSet<>();

    private Sql(String text) {
        tokens = TOKEN.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(token -> !token.startsWith("--") && !token.startsWith("/*") && !token.startsWith("$"))
                .map(token -> token.startsWith("'")
                        ? token
                        : token.toLowerCase(Locale.ROOT).replace("\"", ""))
                .toList();
    }

    /** Whether a text is SQL, whole or in part; a part is known by a table of one of these schemas. */
    static boolean is(String text, Set<String> schemas) {
        return STATEMENT.matcher(text).find()
                || Pattern.compile("(?i)\\b(from|join|into|update)\\s+(" + String.join("|", schemas) + ")\\.\\w")
                        .matcher(text)
                        .find();
    }

    /** What a text names where SQL wants a table, a sequence, a type of its own or a schema (as {@code name.*}). */
    static Set<String> names(String text) {
        var sql = new Sql(text);
        sql.read();
        return sql.named;
    }

    private void read() {
        for (int at = 0; at < tokens.size(); at++) {
            if (opensCommonTable(at)) {
                local.add(tokens.get(at));
            }
        }
        for (int at = 0; at < tokens.size(); at++) {
            switch (tokens.get(at)) {
                case "from" -> {
                    // What is revoked is revoked from a role; the table stands after ON.
                    if (!List.of("distinct", "both", "leading", "trailing").contains(token(at - 1))
                            && !inCall(at)
                            && !statement(at).startsWith("revoke ")) {
                        tables(at + 1);
                    }
                }
                case "join", "references" -> table(at + 1);
                case "using" -> {
                    // In PL/pgSQL it also gives an error its code: using errcode = '…'.
                    if (!token(at + 2).equals("=")) {
                        tables(at + 1);
                    }
                }
                case "into" -> {
                    if (List.of("insert", "merge").contains(token(at - 1))) {
                        target(at + 1);
                    }
                }
                case "update" -> {
                    if (List.of(token(at + 2), token(at + 3), token(at + 4)).contains("set")
                            && !token(at + 1).equals("set")
                            && isName(token(at + 1))) {
                        target(at + 1);
                    }
                }
                case "truncate" -> target(token(at + 1).equals("table") ? at + 2 : at + 1);
                case "on" -> {
                    if (statement(at)
                                    .matches(
                                            "(create (or replace |unique |constraint )*(index|trigger|policy|rule)|comment|grant|revoke) .*")
                            && !MADE.contains(token(at + 1))
                            && !List.of("schema", "constraint").contains(token(at + 1))) {
                        target(token(at + 1).equals("column") ? at + 2 : at + 1);
                        if (statement(at).matches("(grant|revoke) .*")) {
                            othersOf(at + 1);
                        }
                    }
                }
                case "schema" -> named.add(token(skip(at + 1)) + ".*");
                default -> {
                    if (MADE.contains(tokens.get(at)) && BEFORE_MADE.contains(token(at - 1))) {
                        target(at + 1);
                    }
                }
            }
            var quoted = QUALIFIED.matcher(tokens.get(at));
            if (quoted.matches()
                    && (token(at - 2).matches("nextval|setval|currval|to_regclass")
                            || token(at + 2).equals(":regclass"))) {
                named.add(quoted.group(1));
            }
        }
    }

    /** A list of tables, as after FROM: what stands in brackets is read on its own. */
    private void tables(int start) {
        int at = table(start);
        if (token(at).equals("as")) {
            at++;
        }
        if (isName(token(at)) && !NO_ALIAS.contains(token(at))) {
            at++;
        }
        if (token(at).equals("(")) {
            at = closing(at) + 1;
        }
        if (token(at).equals(",")) {
            tables(at + 1);
        }
    }

    /** @return where to read on */
    private int table(int start) {
        int at = skip(start);
        if (token(at).equals("(")) {
            return closing(at) + 1;
        }
        if (!isName(token(at))) {
            return at;
        }
        boolean called = token(at + 1).equals("(") && !token(start - 1).equals("references");
        if (!called || token(at).contains(".")) {
            name(token(at));
        }
        return called ? closing(at + 1) + 1 : at + 1;
    }

    /** The rest of a list of tables that rights are given or taken on. */
    private void othersOf(int first) {
        for (int at = first + 1; token(at).equals(",") && isName(token(at + 1)); at += 2) {
            target(at + 1);
        }
    }

    private void target(int start) {
        name(token(skip(start)));
    }

    private void name(String name) {
        if (!local.contains(name) && !name.equals("values")) {
            named.add(name);
        }
    }

    private int skip(int start) {
        int at = start;
        while (BETWEEN.contains(token(at))) {
            at++;
        }
        return at;
    }

    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += token(at).equals("(") ? 1 : token(at).equals(")") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size();
    }

    /** Whether this FROM belongs to {@code extract(year from …)} and its like. */
    private boolean inCall(int from) {
        int depth = 0;
        for (int at = from - 1; at > 0; at--) {
            depth += token(at).equals(")") ? 1 : token(at).equals("(") ? -1 : 0;
            if (depth < 0) {
                return token(at - 1).matches("extract|substring|trim|overlay");
            }
        }
        return false;
    }

    private boolean opensCommonTable(int at) {
        int as = token(at + 1).equals("(") ? closing(at + 1) + 1 : at + 1;
        if (!isName(token(at)) || !token(as).equals("as")) {
            return false;
        }
        int open = token(as + 1).equals("not") ? as + 3 : token(as + 1).equals("materialized") ? as + 2 : as + 1;
        return token(open).equals("(") && List.of("with", "recursive", ",").contains(token(at - 1));
    }

    /** The statement around a token, from its first word to that token. */
    private String statement(int to) {
        int start = to;
        while (start > 0 && !token(start - 1).equals(";")) {
            start--;
        }
        return String.join(" ", tokens.subList(start, to + 1));
    }

    private String token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : "";
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || "_%\uFFFC".indexOf(token.charAt(0)) >= 0);
    }
}
