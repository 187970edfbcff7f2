// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** One sentence on the standard error stream for a start its operator can mend; Spring reports every other failure. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Function<DatabaseWords, String> sentence = sentence(cause);
            if (sentence != null) {
                print(sentence.apply(words(Locale.getDefault())));
                return true;
            }
        }
        return false;
    }

    private static @Nullable Function<DatabaseWords, String> sentence(Throwable cause) {
        return switch (cause) {
            case CannotStart known -> known.sentence();
            case PortInUseException taken -> words -> words.portTaken(Integer.toString(taken.getPort()));
            case ConnectorStartFailedException taken -> words -> words.portTaken(Integer.toString(taken.getPort()));
            default -> null;
        };
    }

    /** The language of the machine where it is one of ours, else English, which operators of any country read. */
    private static DatabaseWords words(Locale locale) {
        return Words.of(DatabaseWords.class, Language.of(locale.getLanguage()).orElse(Language.EN));
    }

    private static void print(String sentence) {
        Charset console = System.err.charset();
        Charset able = console.newEncoder().canEncode(sentence) ? console : StandardCharsets.UTF_8;
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, able).println(sentence);
    }
}
