// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands Flyway files that were already read, so it does not search the class path once more for each room. */
record MigrationFiles(Map<Integer, Migration> migrations) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return resources().stream()
                .filter(resource -> resource.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return resources().stream()
                .filter(resource -> resource.getFilename().startsWith(prefix))
                .filter(resource -> List.of(suffixes).stream().anyMatch(resource.getFilename()::endsWith))
                .toList();
    }

    private List<LoadableResource> resources() {
        return migrations.values().stream().map(MigrationFiles::resource).toList();
    }

    private static LoadableResource resource(Migration migration) {
        return new LoadableResource() {
            @Override
            public Reader read() {
                return new StringReader(migration.sql());
            }

            @Override
            public String getAbsolutePath() {
                return migration.name();
            }

            @Override
            public String getAbsolutePathOnDisk() {
                return migration.name();
            }

            @Override
            public String getFilename() {
                return migration.name();
            }

            @Override
            public String getRelativePath() {
                return migration.name();
            }
        };
    }
}
