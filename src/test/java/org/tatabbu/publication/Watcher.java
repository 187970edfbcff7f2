// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.tatabbu.journeys.Chromium;

/** Somebody who notes whatever a page does beyond being read. */
final class Watcher {
    /** Keeps what happened in a window where its pages cannot reach it after they are left. */
    private static final String EARS = """
            window.heard = [];
            addEventListener('securitypolicyviolation', e => heard.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
            """;

    /** What ran, what the policy had to stop, and whatever stands in the page that our own templates never write. */
    private static final String TELL = """
            const foreign = page => [...page.querySelectorAll('*')].filter(e =>
                [...e.attributes].some(a => /^(on|style$|srcdoc$|itemref$)/i.test(a.name)
                  || /^(href|src|srcset|action|formaction|data|poster|xlink:href)$/i.test(a.name)
                    && /^[^/?#a-z]*(javascript|data|vbscript|[/][/])/i.test(a.value))
                || ['iframe', 'object', 'embed', 'base', 'style', 'marquee', 'math', 'audio', 'video', 'template', 'xmp'].includes(e.localName)
                || e.localName === 'script' && !/^[/]assets[/]/.test(e.getAttribute('src'))
                || e.localName === 'meta' && e.httpEquiv).map(e => e.outerHTML.slice(0, 150));
            """;

    private static final String LOOK =
            "() => {" + TELL + "return [...(window.ran ? ['ran'] : []), ...window.heard, ...foreign(document)]}";

    /** The same of pages that the browser reads, a few at once, without showing them. */
    private static final String READ = "async addresses => {" + TELL + """
            const told = [], left = addresses.entries();
            const one = async () => {
                for (const [, address] of left) {
                    const answer = await fetch(address);
                    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                    if (answer.status !== 200 || !page.querySelector('main'))
                        told.push(address + ': ' + answer.status);
                    foreign(page).forEach(each => told.push(address + ': ' + each));
                }
            };
            await Promise.all([one(), one(), one(), one()]);
            return told;
            }""";

    final List<String> told = new ArrayList<>();
    final Page page;
    private final int port;
    private int seen;

    Watcher(int port) {
        this.port = port;
        BrowserContext window = Chromium.browser().newContext();
        window.setDefaultTimeout(20_000);
        window.addInitScript(EARS);
        window.onRequest(request -> {
            if (!"localhost"
                    .equals(URI.create(request.url().replaceFirst("[?].*", "")).getHost())) {
                told.add("asked for " + request.url());
            }
        });
        window.onDialog(dialog -> {
            told.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page = window.newPage();
    }

    void open(String path) {
        var answer = page.navigate("http://localhost:" + port + path);
        assertThat(answer).isNotNull();
        assertThat(answer.status()).as(path).isEqualTo(200);
        look(path);
    }

    void look(String path) {
        seen++;
        if (page.evaluate(LOOK) instanceof List<?> all && !all.isEmpty()) {
            told.add(path + ": " + all);
        }
    }

    /** Reads pages where it stands. */
    void read(List<String> paths) {
        seen += paths.size();
        if (page.evaluate(READ, paths) instanceof List<?> all) {
            all.forEach(one -> told.add(one.toString()));
        }
    }

    void saw(int atLeast) {
        assertThat(told).isEmpty();
        assertThat(seen).isGreaterThanOrEqualTo(atLeast);
    }
}
