// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.language.Language;

/** How many of the documents that are asked for stand among the first ten: ours, PostgreSQL's and Lucene's. See bench/README.md. */
final class RecallBench {
    private static final int FIRST = 10;
    private static final double LEAST = 0.95;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private RecallBench() {}

    private record Text(String id, String title, String body) {}

    private record Pair(String words, String id) {}

    /**
     * Prints the recall of each.
     *
     * @param given the folder of the pairs, and {@code misses} to print each that we miss
     */
    public static void main(String[] given) throws IOException {
        var folder = Path.of(given[0]);
        boolean misses = Arrays.asList(given).contains("misses");
        int pairs = 0;
        int found = 0;
        for (var language : Language.ALL) {
            var texts = rows(folder.resolve(language.tag() + ".documents.tsv")).stream()
                    .map(row -> new Text(row.get(0), row.get(1), row.get(2)))
                    .toList();
            var asked = rows(folder.resolve(language.tag() + ".pairs.tsv")).stream()
                    .map(row -> new Pair(row.get(0), row.get(1)))
                    .toList();
            var ours = ours(texts, asked, language);
            int theirs = postgres(texts, asked, language).size();
            int lucenes = lucene(texts, asked, language).size();
            pairs += asked.size();
            found += ours.size();
            OUT.printf(
                    Locale.ROOT,
                    "%s, %d pairs, recall at %d: ours %.3f, PostgreSQL %.3f, Lucene %.3f%n",
                    language.tag(),
                    asked.size(),
                    FIRST,
                    (double) ours.size() / asked.size(),
                    (double) theirs / asked.size(),
                    (double) lucenes / asked.size());
            if (misses) {
                asked.stream()
                        .filter(pair -> !ours.contains(pair))
                        .forEach(pair -> OUT.println("  " + pair.id() + " " + pair.words()));
            }
        }
        double recall = (double) found / pairs;
        OUT.printf(
                Locale.ROOT, "all, %d pairs, recall at %d: ours %.3f (at least %.2f)%n", pairs, FIRST, recall, LEAST);
        System.exit(recall >= LEAST ? 0 : 1);
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static List<Pair> hits(List<Pair> asked, BiFunction<Pair, Integer, List<String>> find) {
        return asked.stream()
                .filter(pair -> find.apply(pair, FIRST).contains(pair.id()))
                .toList();
    }

    private static List<Pair> ours(List<Text> texts, List<Pair> asked, Language language) {
        var catalogue = new Catalogue();
        catalogue.transactions.executeWithoutResult(
                status -> texts.forEach(text -> catalogue.put(text.id(), language, text.title(), text.body())));
        return hits(
                asked,
                (pair, first) -> catalogue.paths(pair.words(), language).stream()
                        .map(path -> path.substring("/news/".length()))
                        .toList());
    }

    /** Its configuration for the language; all the words, then any of them, as ours. */
    private static List<Pair> postgres(List<Text> texts, List<Pair> asked, Language language) {
        var catalogue = new Catalogue();
        var owner = JdbcClient.create(catalogue.database.owner());
        var name = language.locale().getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
        owner.sql("create table public.t (id text, v tsvector)").update();
        texts.forEach(text -> owner.sql("""
                insert into public.t values (:id,
                  setweight(to_tsvector(cast(:name as regconfig), :title), 'A') || to_tsvector(cast(:name as regconfig), :body))
                """)
                .param("id", text.id())
                .param("name", name)
                .param("title", text.title())
                .param("body", text.body())
                .update());
        return hits(asked, (pair, first) -> {
            var all = new ArrayList<>(ask(owner, name, pair.words(), first));
            var any = Arrays.stream(pair.words().split("\\s+", -1)).collect(Collectors.joining(" or "));
            ask(owner, name, any, first).stream()
                    .filter(id -> !all.contains(id))
                    .forEach(all::add);
            return all.stream().limit(first).toList();
        });
    }

    private static List<String> ask(JdbcClient client, String name, String words, int first) {
        return client.sql("""
                select id from public.t, websearch_to_tsquery(cast(:name as regconfig), :words) q
                where v @@ q order by ts_rank(v, q) desc limit :first
                """)
                .param("name", name)
                .param("words", words)
                .param("first", first)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static List<Pair> lucene(List<Text> texts, List<Pair> asked, Language language) throws IOException {
        Analyzer analyzer = switch (language) {
            case AR -> new ArabicAnalyzer();
            case FR -> new FrenchAnalyzer();
            case EN -> new EnglishAnalyzer();
        };
        try (analyzer;
                var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (var text : texts) {
                    var document = new Document();
                    document.add(new TextField("id", text.id(), Field.Store.YES));
                    document.add(new TextField("text", text.title() + "\n" + text.body(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                var builder = new QueryBuilder(analyzer);
                var found = new ArrayList<Pair>();
                for (var pair : asked) {
                    var query = builder.createBooleanQuery("text", pair.words());
                    if (query != null) {
                        for (var hit : searcher.search(query, FIRST).scoreDocs) {
                            var id = searcher.storedFields().document(hit.doc).get("id");
                            if (pair.id().equals(id)) {
                                found.add(pair);
                            }
                        }
                    }
                }
                return found;
            }
        }
    }
}
