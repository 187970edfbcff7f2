// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** {@code verifier/Verify.java}, compiled once with every warning an error, and asked in this process. */
final class Verifier {
    static final Path SOURCE = Path.of("verifier/Verify.java");

    private static final Verifier ONE = new Verifier();

    private final Method check;
    private final Constructor<?> known;
    private final Class<?> fault;
    private final Field what;

    /** What a verifier answers: the steps that hold, or the first fault. */
    record Answer(List<List<String>> steps, List<String> fault) {
        boolean holds() {
            return fault.isEmpty();
        }

        String code() {
            return holds() ? "holds" : fault.getFirst();
        }
    }

    /** What the reader brings along; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Known(Map<String, String> authorities, byte[] policy, byte[] checkpoint) {
        static final Known NOTHING = new Known(Map.of(), new byte[0], new byte[0]);
    }

    private Verifier() {
        try {
            var classes = Files.createTempDirectory("verifier");
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-Xlint:all", "-Werror", "-d", classes.toString(), SOURCE.toString());
            if (failed != 0) {
                throw new AssertionError("Verify.java does not compile");
            }
            var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
            var verify = loader.loadClass("Verify");
            fault = loader.loadClass("Verify$Fault");
            what = fault.getDeclaredField("what");
            known = loader.loadClass("Verify$Known").getDeclaredConstructor(Map.class, byte[].class, byte[].class);
            check = verify.getDeclaredMethod("check", byte[].class, known.getDeclaringClass(), String.class);
            what.setAccessible(true);
            known.setAccessible(true);
            check.setAccessible(true);
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static Answer ask(byte[] bundle) {
        return ask(bundle, Known.NOTHING);
    }

    static Answer ask(byte[] bundle, Known known) {
        return ONE.answer(bundle, known);
    }

    @SuppressWarnings("unchecked")
    private Answer answer(byte[] bundle, Known brought) {
        try {
            var all = known.newInstance(brought.authorities(), brought.policy(), brought.checkpoint());
            return new Answer((List<List<String>>) check.invoke(null, bundle, all, "en"), List.of());
        } catch (InvocationTargetException e) {
            if (!fault.isInstance(e.getCause())) {
                throw new AssertionError("Not a refusal but a crash", e.getCause());
            }
            try {
                return new Answer(List.of(), (List<String>) what.get(e.getCause()));
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The verifier has changed", e);
        }
    }
}
