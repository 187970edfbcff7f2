// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;

/** The command {@code import-wordpress}: brings an export while it says how far it is, and writes down what it left. */
public final class ImportCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int CALLED_WRONGLY = 2;

    private static final String CALL = "import-wordpress --file EXPORT.xml --committee NAME --by E-MAIL [--by E-MAIL …]"
            + " [--dry-run] [--report FILE.csv] [--lang ar|fr|en] [--setting=value …]";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    /** The program around a command, which starts, works and ends. */
    public interface Surroundings {
        int with(String[] settings, ToIntFunction<ApplicationContext> work);
    }

    ImportCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** The exit status of {@code import-wordpress …}, its first argument being {@code import-wordpress}. */
    public static int run(String[] arguments, Surroundings program) {
        return new ImportCommand(
                        able(System.out, FileDescriptor.out), able(System.err, FileDescriptor.err), Clock.systemUTC())
                .run(Arrays.asList(arguments).subList(1, arguments.length), program);
    }

    /** Arabic and French are said as they are, also where the machine's own encoding cannot. */
    private static PrintStream able(PrintStream stream, FileDescriptor descriptor) {
        return stream.charset().newEncoder().canEncode('\u0645')
                ? stream
                : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /**
     * What was asked for.
     *
     * @param settings of the program, as they were given
     */
    record Call(
            String file,
            String committee,
            List<String> by,
            boolean trial,
            String report,
            Language language,
            List<String> settings) {
        /** Nothing where something is missing, is there twice or is not known. */
        static Optional<Call> read(List<String> arguments) {
            String file = "";
            String committee = "";
            var by = new ArrayList<String>();
            boolean trial = false;
            String report = "";
            var language = WordpressWords.machines();
            var settings = new ArrayList<String>();
            for (int i = 0; i < arguments.size(); i++) {
                var argument = arguments.get(i);
                if (argument.equals("--dry-run")) {
                    trial = true;
                    continue;
                }
                if (argument.matches("--[a-z.-]*\\.[^=]+=.*")) {
                    settings.add(argument);
                    continue;
                }
                int equals = argument.indexOf('=');
                var name = equals < 0 ? argument : argument.substring(0, equals);
                var value = equals >= 0
                        ? argument.substring(equals + 1)
                        : i + 1 < arguments.size() ? arguments.get(++i) : "";
                if (value.isBlank()) {
                    return Optional.empty();
                }
                switch (name) {
                    case "--file" -> file = value;
                    case "--committee" -> committee = value;
                    case "--by" -> by.add(value);
                    case "--report" -> report = value;
                    case "--lang" -> {
                        var wished = Language.of(value);
                        if (wished.isEmpty()) {
                            return Optional.empty();
                        }
                        language = wished.get();
                    }
                    default -> {
                        return Optional.empty();
                    }
                }
            }
            return file.isEmpty() || committee.isEmpty() || by.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Call(file, committee, by, trial, report, language, settings));
        }
    }

    int run(List<String> arguments, Surroundings program) {
        var read = Call.read(arguments);
        if (read.isEmpty()) {
            err.println(WordpressWords.ofTheMachine().usage(CALL));
            return CALLED_WRONGLY;
        }
        var call = read.get();
        var words = WordpressWords.in(call.language());
        Path file;
        try {
            file = Path.of(call.file());
        } catch (InvalidPathException e) {
            return refuse(words.noFile(call.file()));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return refuse(words.noFile(call.file()));
        }
        var settings = new ArrayList<>(call.settings());
        // Nobody is served meanwhile; the port is any that is free, for this machine alone.
        settings.addAll(List.of("--server.port=0", "--server.address=127.0.0.1"));
        return program.with(
                settings.toArray(String[]::new), context -> bring(context.getBean(Wordpress.class), call, file));
    }

    int bring(Wordpress wordpress, Call call, Path file) {
        var words = WordpressWords.in(call.language());
        var at = clock.instant();
        var seats = new ArrayList<Seat>();
        for (var email : call.by()) {
            var seat = wordpress.seat(email, call.committee(), at);
            if (seat.isEmpty()) {
                return refuse(words.noSeat(email, call.committee()));
            }
            seats.add(seat.get());
        }
        var lines = Path.of(call.report().isEmpty() ? named(call.trial(), at) : call.report());
        try (var to = Files.newBufferedWriter(lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var report = new Report(to, call.language());
            var length = Files.size(file);
            try (var in = new Progress(
                    Files.newInputStream(file),
                    length,
                    percent -> out.println(
                            words.under(percent, report.articles(), report.comments(), report.repeated())))) {
                wordpress.bring(in, new Wordpress.Order(seats, at, call.trial()), report);
            }
            tell(report, call, lines);
            return report.ended() ? DONE : NOT_DONE;
        } catch (IOException | UncheckedIOException e) {
            return refuse(words.noReport(lines.toString(), String.valueOf(e.getMessage())));
        } catch (DataAccessException | TransactionException e) {
            return refuse(
                    words.noDatabase(String.valueOf(e.getMostSpecificCause().getMessage())));
        }
    }

    private static String named(boolean trial, Instant at) {
        return "wordpress-" + (trial ? "trial-" : "") + STAMP.format(at) + ".csv";
    }

    private void tell(Report report, Call call, Path lines) {
        var words = WordpressWords.in(call.language());
        report.leftOut().forEach((why, times) -> out.println(words.leftOut(times, report.why(why))));
        long left =
                report.leftOut().values().stream().mapToLong(Long::longValue).sum();
        out.println(
                call.trial()
                        ? words.wouldBring(report.articles(), report.comments(), report.repeated(), left)
                        : words.brought(report.articles(), report.comments(), report.repeated(), left));
        out.println(words.reported(lines.toString()));
        if (!report.ended()) {
            err.println(words.notEnded());
        }
    }

    private int refuse(String why) {
        err.println(why);
        return NOT_DONE;
    }
}
