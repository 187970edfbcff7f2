// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The browser of this machine, one for all journeys. Where there is none they are skipped and say so; only the shared
 * build, which has promised one, fails.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback {
    private static final String MISSING =
            "No Chromium on this machine, so nobody walked this journey: install Debian's chromium, or name one in CHROMIUM.";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Running running;

    /** What the end of the whole run closes. */
    private record Running(Playwright driver, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            driver.close();
        }
    }

    public static Browser browser() {
        return Objects.requireNonNull(running).browser();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var path = path();
        if (path.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(MISSING);
        }
        Assumptions.assumeTrue(path.isPresent(), MISSING);
        running = context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent("running", none -> started(path.orElseThrow()), Running.class);
    }

    /** Everybody goes home; where a claim failed, what they last saw stays in {@code target/journeys}. */
    @Override
    public void afterEach(ExtensionContext context) {
        for (BrowserContext window : browser().contexts()) {
            if (context.getExecutionException().isPresent()) {
                window.pages()
                        .forEach(page -> page.screenshot(new ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target", "journeys", page.hashCode() + ".png"))));
            }
            window.close();
        }
    }

    private static Running started(Path path) {
        var driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = driver.chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(path)
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
        return new Running(driver, browser);
    }

    private static Optional<Path> path() {
        var named = Stream.of(System.getenv().getOrDefault("CHROMIUM", ""))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        var installed = Stream.concat(Stream.of("/usr/bin"), Arrays.stream(folders))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        return Stream.concat(named, installed).filter(Files::isExecutable).findFirst();
    }
}
