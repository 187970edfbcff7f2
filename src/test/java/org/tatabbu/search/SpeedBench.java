// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/** How long an answer takes in a large index: beside bare SQL by pgbench, and beside a small one. See bench/README.md. */
final class SpeedBench {
    private static final int SMALL = 10_000;
    private static final double MOST_OF_BARE = 2;
    private static final double MOST_OF_SMALL = 3;
    private static final int ASKED_IN_A_ROW = 20;
    private static final int WORDS = 30_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    /** The same question in one statement, with the ten best and their texts. */
    private static final String BARE = """
            with title as materialized (
              select d.id from search.document d where ts_filter(d.lexemes, '{a}') @@ $all$%1$s$all$::tsquery limit 1000
            ),
            hit as (
              select t.id from title t
              union
              (select d.id from search.document d
               where (select count(*) from title) < 1000 and d.lexemes @@ $all$%1$s$all$::tsquery limit 1000)
            )
            select d.id, d.title, d.body, d.path, ts_rank('{0.2, 0.2, 0.2, 1.0}', d.lexemes, $all$%1$s$all$::tsquery, 1) as score
            from search.document d where d.id in (select h.id from hit h) order by score desc limit 10;
            """;

    private final int rounds;
    private final Path work = Path.of("target", "bench-search");

    private SpeedBench(int rounds) {
        this.rounds = rounds;
    }

    /**
     * Prints the times.
     *
     * @param given the rounds, and the documents of the large index
     */
    public static void main(String[] given) throws IOException, InterruptedException, SQLException {
        System.exit(new SpeedBench(Integer.parseInt(given[0])).of(Integer.parseInt(given[1])) ? 0 : 1);
    }

    private boolean of(int documents) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(work);
        var vocabulary = vocabulary();
        // A word that hardly any text has, one of some, two common ones, and one of half of them.
        var questions = List.of(
                vocabulary.get(WORDS - 10),
                vocabulary.get(400),
                vocabulary.get(20) + " " + vocabulary.get(30),
                vocabulary.get(2));
        var large = filled(documents, vocabulary);
        var small = filled(SMALL, vocabulary);
        var script = work.resolve("questions.sql");
        Files.writeString(
                script,
                "set enable_seqscan = off;\n"
                        + questions.stream().map(SpeedBench::bare).collect(Collectors.joining()));
        ask(large, questions);
        ask(small, questions);
        pgbench(large, script, 1);
        var ours = new ArrayList<Double>();
        var few = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            ours.add(ask(large, questions));
            bare.add(pgbench(large, script, ASKED_IN_A_ROW) / questions.size());
            few.add(ask(small, questions));
        }
        double toBare = median(ours) / median(bare);
        double toFew = median(ours) / median(few);
        OUT.printf(
                Locale.ROOT,
                "an answer among %d, median of %d: bare SQL %.2f ms, search %.2f ms, ratio %.2f (at most %.0f)%n",
                documents,
                rounds,
                median(bare),
                median(ours),
                toBare,
                MOST_OF_BARE);
        OUT.printf(
                Locale.ROOT,
                "an answer among %d, median of %d: among %d %.2f ms, ratio %.2f (at most %.0f)%n",
                documents,
                rounds,
                SMALL,
                median(few),
                toFew,
                MOST_OF_SMALL);
        return toBare <= MOST_OF_BARE && toFew <= MOST_OF_SMALL;
    }

    private static String bare(String question) {
        var all = Question.of(Asked.of(Map.of("q", question))).all();
        return BARE.replace("%1$s", all).lines().collect(Collectors.joining(" ")) + "\n";
    }

    /** Made up from syllables, half in Arabic script: no list of ours knows them. */
    private static List<String> vocabulary() {
        var random = new Random(7);
        return IntStream.range(0, WORDS)
                .mapToObj(n -> {
                    var letters = n % 2 == 0 ? "بتثجحخدرزسشصضطعغفقكلمنهو" : "bcdfghklmnprstvzaeiou";
                    return random.ints(5 + n % 4, 0, letters.length())
                            .mapToObj(place -> letters.substring(place, place + 1))
                            .collect(Collectors.joining());
                })
                .toList();
    }

    private static Catalogue filled(int documents, List<String> vocabulary) throws SQLException {
        var catalogue = new Catalogue();
        var random = new Random(11);
        try (var owner = catalogue.database.owner().getConnection();
                var statement = owner.createStatement()) {
            var indexes = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select indexname, indexdef from pg_indexes
                    where schemaname = 'search' and tablename = 'document' and indexdef like '%gin%'
                    """)) {
                while (rows.next()) {
                    indexes.add("drop index search." + rows.getString(1));
                    indexes.add(rows.getString(2));
                }
            }
            for (int i = 0; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            copy(owner, documents, vocabulary, random);
            statement.execute("set maintenance_work_mem = '512MB'");
            for (int i = 1; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            statement.execute("vacuum analyze search.document");
        }
        return catalogue;
    }

    private static void copy(Connection owner, int documents, List<String> vocabulary, Random random)
            throws SQLException {
        var copy = owner.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                copy search.document
                  (kind, of, language, slug, name, title, body, areas, day, path, lexemes, folding) from stdin
                """);
        for (int n = 0; n < documents; n++) {
            var row = row(n, vocabulary, random).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(row, 0, row.length);
        }
        copy.endCopy();
    }

    private static String row(int n, List<String> vocabulary, Random random) {
        var language = Language.ALL.get(n % Language.ALL.size());
        var title = text(5, vocabulary, random);
        var body = text(40, vocabulary, random);
        var document = new Document(
                Kind.ARTICLE,
                "n" + n,
                null,
                "c" + n % 50,
                Catalogue.NAME,
                LocalText.NONE.with(language, title),
                LocalText.NONE.with(language, body),
                List.of(),
                LocalDate.of(2000 + n % 25, 1 + n % 12, 1 + n % 28),
                "/news/n" + n);
        return String.join(
                        "\t",
                        "article",
                        document.id(),
                        language.tag(),
                        document.slug(),
                        "c",
                        title,
                        body,
                        "[]",
                        document.day().toString(),
                        document.path(),
                        Lexemes.vector(document, language),
                        Integer.toString(Lexemes.FOLDING))
                + "\n";
    }

    /** As in a language: the second word is half as common as the first, the third a third. */
    private static String text(int words, List<String> vocabulary, Random random) {
        return IntStream.range(0, words)
                .mapToObj(i -> vocabulary.get((int)
                        Math.min(WORDS - 1L, Math.round(Math.exp(random.nextDouble() * Math.log(WORDS))) - 1)))
                .collect(Collectors.joining(" "));
    }

    /** Milliseconds for one answer. */
    private static double ask(Catalogue catalogue, List<String> questions) {
        long began = System.nanoTime();
        for (int i = 0; i < ASKED_IN_A_ROW; i++) {
            for (var question : questions) {
                var answer = catalogue.transactions.execute(status -> catalogue.find(question, Language.AR));
                if (answer == null || answer.hits().isEmpty()) {
                    throw new IllegalStateException("Nothing found");
                }
            }
        }
        return (System.nanoTime() - began) / 1e6 / ASKED_IN_A_ROW / questions.size();
    }

    /** Milliseconds for all questions of the script. */
    private double pgbench(Catalogue catalogue, Path script, int times) throws IOException, InterruptedException {
        var url = Pattern.compile("//([^:]+):(\\d+)/(\\w+)").matcher(catalogue.database.url());
        if (!url.find()) {
            throw new IllegalStateException(catalogue.database.url());
        }
        var process = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "simple",
                        "-c",
                        "1",
                        "-t",
                        Integer.toString(times),
                        "-f",
                        script.toString(),
                        "-h",
                        url.group(1),
                        "-p",
                        url.group(2),
                        "-U",
                        "tatabbu",
                        url.group(3))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var latency = LATENCY.matcher(said);
        if (!latency.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(latency.group(1));
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
