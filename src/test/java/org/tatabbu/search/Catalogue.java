// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.testing.TestDatabase;

/** A search over a database of its own. */
final class Catalogue {
    static final LocalText NAME = LocalText.each(language -> "C " + language.tag());
    static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    final TestDatabase database = TestDatabase.fresh();
    final JdbcClient client = database.client();
    final TransactionTemplate transactions;
    final SearchStore store;
    final IndexStore written;
    final Index index;
    final Search search;

    Catalogue() {
        // One source for the client and the transactions, so that the one works within the other.
        var source = database.dataSource();
        var manager = new JdbcTransactionManager(source);
        var jdbc = JdbcClient.create(source);
        store = new SearchStore(jdbc);
        written = new IndexStore(jdbc);
        transactions = new TransactionTemplate(manager);
        index = new Index(written, manager);
        search = new Search(store, index);
    }

    void put(Kind kind, String id, @Nullable UUID circle, Language language, String title, String body) {
        search.put(new Document(
                kind,
                id,
                circle,
                "c",
                NAME,
                LocalText.NONE.with(language, title),
                LocalText.NONE.with(language, body),
                List.of(),
                DAY,
                "/news/" + id));
    }

    void put(String id, Language language, String title, String body) {
        put(Kind.ARTICLE, id, null, language, title, body);
    }

    Answer find(String words, Language language) {
        return find(words, language, Reader.PUBLIC);
    }

    Answer find(String words, Language language, Reader reader) {
        return search.find(Asked.of(Map.of("q", words)), reader, language);
    }

    List<String> paths(String words, Language language, Reader reader) {
        return find(words, language, reader).hits().stream().map(Found::path).toList();
    }

    List<String> paths(String words, Language language) {
        return paths(words, language, Reader.PUBLIC);
    }
}
