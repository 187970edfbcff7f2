// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.catalina.connector.Response;

/**
 * Header fields that are the same in many answers, as octets. To turn text into octets for every answer takes a tenth of the time
 * of a page that is at hand.
 */
public final class Fields {
    @SuppressWarnings("ArrayRecordComponent") // Octets on their way to a socket; no two fields are ever compared.
    private record Field(String called, byte[] name, byte[] value) {}

    private final List<Field> fields = new ArrayList<>();

    /** All that an answer says so far, but these. */
    static Fields of(HttpServletResponse answer, Set<String> others) {
        var fields = new Fields();
        answer.getHeaderNames().stream()
                .filter(name -> !others.contains(name))
                .forEach(name -> answer.getHeaders(name).forEach(value -> fields.add(name, value)));
        return fields;
    }

    /** One more, as it is written; name and value hold what a header may hold. */
    public Fields add(String name, String value) {
        fields.add(new Field(name, octets(name), octets(value)));
        return this;
    }

    public int weight() {
        return fields.stream()
                .mapToInt(field -> field.name.length + field.value.length)
                .sum();
    }

    /** Says them in an answer, each in place of what it said under that name. */
    public void writeTo(Response response) {
        var headers = response.getCoyoteResponse().getMimeHeaders();
        fields.forEach(field -> headers.removeHeader(field.called));
        for (var field : fields) {
            // Copies, because Tomcat writes into the arrays that its headers held before.
            var name = field.name.clone();
            var value = field.value.clone();
            headers.addValue(name, 0, name.length).setBytes(value, 0, value.length);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
