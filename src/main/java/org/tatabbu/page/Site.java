// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.tatabbu.language.Language;

/**
 * Where the public finds this site. What a request calls us is never believed: its Host header is the sender's to
 * choose, and a page made from it may be kept by a cache and shown to others.
 */
public final class Site {
    static final Site HERE = new Site("", "");
    private static final String SETTING = "tatabbu.public-url";

    private final boolean configured;
    private final boolean signsElsewhere;
    private volatile String url;
    private volatile String signing;

    /**
     * A site at this address, which begins every absolute one; empty where none is configured.
     *
     * @param signing the address where people sign; empty for the host {@code sign.} below the site's own
     */
    public Site(String url, String signing) {
        this.configured = !url.isEmpty();
        this.url = bare(url);
        this.signsElsewhere = !signing.isEmpty();
        this.signing = signsElsewhere ? bare(signing) : signingAt(this.url);
    }

    private static String bare(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * Where people sign: scheme, host and port, as a browser writes them; empty before there is a server. A passkey
     * belongs to the host it was made at (WebAuthn's relying-party id), so that an assertion made to sign in at the site
     * can never be one that adopts a text there, nor the other way round. A site known by a number has no such host, and
     * so no such address: its people sign with key files.
     */
    public String signing() {
        return signing;
    }

    private static String signingAt(String url) {
        if (url.isEmpty()) {
            return "";
        }
        var main = URI.create(url);
        var host = main.getHost();
        if (host == null || host.startsWith("[") || host.matches("[0-9.]+")) {
            return "";
        }
        return main.getScheme() + "://sign." + host + (main.getPort() < 0 ? "" : ":" + main.getPort());
    }

    /** The absolute address of a path; the path itself before there is a server. */
    public String address(String path) {
        return url + path;
    }

    /** Whether readers come over TLS, so that cookies and headers may insist on it. */
    public boolean secure() {
        return configured && url.startsWith("https://");
    }

    /** Where nothing is configured, we stand where the server listens. */
    @EventListener
    void opened(WebServerInitializedEvent event) {
        if (configured || !(event.getWebServer() instanceof TomcatWebServer server)) {
            return;
        }
        var address = (InetAddress) server.getTomcat().getConnector().getProperty("address");
        url = "http://" + host(address) + ":" + server.getPort();
        if (!signsElsewhere) {
            signing = signingAt(url);
        }
        if (address == null || !address.isLoopbackAddress()) {
            var spoken = Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
            LoggerFactory.getLogger(Site.class).warn(PageWords.in(spoken).noPublicAddress(SETTING, url));
        }
    }

    private static String host(@Nullable InetAddress address) {
        if (address == null || address.isAnyLocalAddress() || address.isLoopbackAddress()) {
            return "localhost";
        }
        var numbers = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + numbers + "]" : numbers;
    }
}
