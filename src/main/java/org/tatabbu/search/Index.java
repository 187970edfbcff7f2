// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.language.Language;

/**
 * Writes into the index what a transaction changed, once and in one order, just before it commits: so what can be found and
 * what can be read change together, and no two writers ever wait for each other in a circle.
 */
@Component
class Index {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::joint).thenComparing(Key::kind).thenComparing(Key::id);

    private final IndexStore store;
    private final TransactionTemplate transactions;

    Index(IndexStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    private record Key(boolean joint, Kind kind, String id) {}

    void put(Document document) {
        change(new Key(document.circle() != null, document.kind(), document.id()), document);
    }

    void remove(Kind kind, String id, boolean joint) {
        change(new Key(joint, kind, id), null);
    }

    private void change(Key key, @Nullable Document document) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transactions.executeWithoutResult(status -> change(key, document));
            return;
        }
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Changes changes)) {
            var begun = new Changes();
            begun.wanted.put(key, new Change(document));
            TransactionSynchronizationManager.bindResource(this, begun);
            TransactionSynchronizationManager.registerSynchronization(begun);
        } else {
            changes.wanted.put(key, new Change(document));
        }
    }

    /** What a document becomes; nothing where it goes. */
    private record Change(@Nullable Document document) {}

    private final class Changes implements TransactionSynchronization {
        private final Map<Key, Change> wanted = new TreeMap<>(ORDER);

        @Override
        public void beforeCommit(boolean readOnly) {
            write(wanted);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Index.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Index.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Index.this);
        }
    }

    private void write(Map<Key, Change> changes) {
        var words = new Words();
        changes.forEach((key, change) -> {
            var document = change.document();
            var languages = document == null ? List.<Language>of() : languages(document);
            for (var language : languages) {
                if (document != null) {
                    store.put(document, language);
                    words.read(document, language);
                }
            }
            store.keepOnly(key.kind(), key.id(), languages, key.joint());
        });
        words.keep();
    }

    private static List<Language> languages(Document document) {
        return Language.ALL.stream()
                .filter(language -> !document.title().in(language).isEmpty()
                        || !document.body().in(language).isEmpty())
                .toList();
    }

    /** Folds a number of rows again that another folding made; whether there were any. */
    boolean refold(int most) {
        store.lock();
        var words = new Words();
        var rows = store.old(most);
        for (var row : rows) {
            store.refolded(row.document(), row.language());
            words.read(row.document(), row.language());
        }
        words.keep();
        return !rows.isEmpty();
    }

    /** The words of some documents, those of everybody and those of each committee. */
    private final class Words {
        private final TreeMap<String, String> everybodys = new TreeMap<>();
        private final Map<UUID, TreeMap<String, String>> joint = new HashMap<>();

        void read(Document document, Language language) {
            var circle = document.circle();
            var words = circle == null ? everybodys : joint.computeIfAbsent(circle, any -> new TreeMap<>());
            for (var text :
                    List.of(document.title().in(language), document.body().in(language))) {
                for (var token : Reading.of(text)) {
                    if (Slips.keeps(token) && !token.lexemes(language).isEmpty()) {
                        var shown = text.substring(token.from(), token.to()).toLowerCase(language.locale());
                        words.putIfAbsent(token.word(), shown);
                    }
                }
            }
        }

        void keep() {
            if (!everybodys.isEmpty()) {
                store.add(everybodys);
            }
            new TreeMap<>(joint).forEach(store::add);
        }
    }
}
