// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where a database is and as whom to enter it.
 *
 * @param servers {@code host:port}, or several with commas between them
 * @param query the driver's own parameters, with the question mark, or nothing
 */
record DatabaseAddress(String servers, String database, String query, String user, String password) {

    private static final String EXAMPLE = "postgresql://db.example.org:5432/tatabbu";

    /** Understands {@code jdbc:postgresql://…} and {@code postgresql://user:password@…}; what is given apart wins. */
    static DatabaseAddress of(String written, @Nullable String user, @Nullable String password) {
        URI uri = uri(written.strip().replaceFirst("^jdbc:", ""));
        String authority = uri.getRawAuthority();
        String[] entrant =
                authority.substring(0, Math.max(authority.lastIndexOf('@'), 0)).split(":", 2);
        return new DatabaseAddress(
                authority.substring(authority.lastIndexOf('@') + 1),
                first(decoded(uri.getRawPath()).replaceFirst("^/", ""), "tatabbu"),
                uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery(),
                first(user, decoded(entrant[0]), "tatabbu"),
                first(password, entrant.length > 1 ? decoded(entrant[1]) : ""));
    }

    private static URI uri(String written) {
        try {
            URI uri = URI.create(written);
            if (uri.getRawAuthority() != null && String.valueOf(uri.getScheme()).matches("postgres(ql)?")) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // Its message would print the address, and with it perhaps a password.
        }
        throw new CannotStart(words -> words.addressNotUnderstood(EXAMPLE));
    }

    DatabaseAddress as(@Nullable String otherUser, @Nullable String otherPassword) {
        return new DatabaseAddress(servers, database, query, first(otherUser, user), first(otherPassword, password));
    }

    String url() {
        return "jdbc:postgresql://" + servers + "/" + database + query;
    }

    DataSource dataSource() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "tatabbu");
        return new DriverManagerDataSource(url(), properties);
    }

    Connection connection() throws SQLException {
        try {
            return dataSource().getConnection();
        } catch (SQLException failure) {
            switch (String.valueOf(failure.getSQLState())) {
                case "28P01", "28000" -> throw new CannotStart(words -> words.passwordRefused(user, servers), failure);
                case "3D000" -> throw new CannotStart(words -> words.databaseMissing(database, servers), failure);
                case "08001", "08004", "08006" -> throw new CannotStart(words -> words.unreachable(servers), failure);
                default -> throw failure;
            }
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return user + "@" + servers + "/" + database;
    }
}
