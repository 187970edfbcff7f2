// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.statement.Envelope;

/** What the stories keep in canonical bytes, before the judge of {@link CanonicalBytesTest}. */
@Told
class StoredBytesTest {
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    @Autowired
    JdbcClient sql;

    @Test
    void aBrowserWritesEveryRecordInTheBytesThatAreKept() {
        var records = kept("select record from adoption.presentation");
        assertThat(records).isNotEmpty().allSatisfy(record -> assertThat(record).containsPattern(ARABIC));
        assertThat(CanonicalBytesTest.written(records)).isEqualTo(records);
    }

    @Test
    void aBrowserWritesEveryStatementAndItsEnvelopeInTheBytesThatAreSigned() {
        var envelopes = kept("""
                select envelope from adoption.signature where envelope is not null
                union all select envelope from mandate.authority
                union all select envelope from mandate.mandate
                """);
        var statements = envelopes.stream()
                .map(envelope -> Envelope.read(envelope.getBytes(StandardCharsets.UTF_8))
                        .payload()
                        .bytes())
                .map(StoredBytesTest::text)
                .toList();
        assertThat(statements).extracting(StoredBytesTest::type).contains("adoption", "party", "mandate");
        assertThat(CanonicalBytesTest.written(envelopes)).isEqualTo(envelopes);
        assertThat(CanonicalBytesTest.written(statements)).isEqualTo(statements);
    }

    private List<String> kept(String query) {
        return sql.sql(query).query((row, n) -> text(row.getBytes(1))).list();
    }

    /** The text that these bytes are, and that has no others. */
    private static String text(byte[] bytes) {
        var text = CanonicalJson.text(bytes);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
        return text;
    }

    private static String type(String statement) {
        return statement.replaceFirst("(?s).*\"type\":\"application/vnd\\.tatabbu\\.([a-z-]+)\\..*", "$1");
    }
}
