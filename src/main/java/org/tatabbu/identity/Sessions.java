// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.Accounts.SignIn;

/** From sign-in to sign-out. An idle session ends by {@code server.servlet.session.timeout}, a busy one here. */
@Component
class Sessions {
    private static final String DEVICE = "-device";
    private static final Duration DEVICE_KEPT = Duration.ofDays(180);

    private final SecureRandom random = new SecureRandom();
    final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

    private final SessionAuthenticationStrategy renewal = new CompositeSessionAuthenticationStrategy(
            List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
    private final AccountStore store;
    private final Duration longest;
    private final Audit audit;

    Sessions(AccountStore store, @Value("${tatabbu.session-longest:8h}") Duration longest, Audit audit) {
        this.store = store;
        this.longest = longest;
        this.audit = audit;
    }

    /**
     * Every means of sign-in comes through here, so that none goes unseen by the owner.
     *
     * <p>The session's id and its form token change, so that neither can have been planted.
     */
    void begin(HttpServletRequest request, HttpServletResponse response, Pass pass, String means) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(pass, null, List.of());
        renewal.onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        note("account.entered", pass.account(), pass.since());
        var browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        store.note(pass.account(), new SignIn(pass.since(), means, request.getRemoteAddr(), browser), SignIn.KEPT);
        remember(request, response, pass.account(), pass.since());
    }

    /** The digest of what the browser keeps from an earlier sign-in; it opens nothing, and tells who need not wait for others. */
    Optional<String> device(HttpServletRequest request) {
        return kept(request).map(Sessions::digest);
    }

    /** Each time under another value, so that one that was planted or copied before counts no more for this account. */
    void remember(HttpServletRequest request, HttpServletResponse response, AccountId account, Instant at) {
        var fresh = new byte[32];
        random.nextBytes(fresh);
        var value = HexFormat.of().formatHex(fresh);
        store.remember(account, digest(value), device(request), at, SignIn.KEPT);
        var session = request.getServletContext().getSessionCookieConfig();
        var cookie = cookie(session, session.getName() + DEVICE, value, DEVICE_KEPT);
        response.addCookie(cookie);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        var name = request.getServletContext().getSessionCookieConfig().getName() + DEVICE;
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie ->
                        cookie.getName().equals(name) && cookie.getValue().matches("[0-9a-f]{64}"))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String digest(String value) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void end(HttpServletRequest request, HttpServletResponse response, Instant at) {
        var over = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
            response.addCookie(gone(request));
        }
        if (over != null && over.getPrincipal() instanceof Pass pass) {
            note("account.left", pass.account(), at);
        }
    }

    private void note(String what, AccountId account, Instant at) {
        audit.noteAlone(Change.personal(what, account.id(), account.id().toString()), at);
    }

    /** Whose session this is; nobody's where it is over, the account is gone or its password was changed. */
    Optional<Account> holder(Authentication authentication, Instant now) {
        return authentication.getPrincipal() instanceof Pass pass && !pass.over(now, longest)
                ? store.find(pass.account(), pass.version())
                : Optional.empty();
    }

    private static Cookie gone(HttpServletRequest request) {
        var config = request.getServletContext().getSessionCookieConfig();
        return cookie(config, config.getName(), "", Duration.ZERO);
    }

    /** Guarded as the session's own is: a browser refuses a cookie of that name that is not. */
    private static Cookie cookie(SessionCookieConfig config, String name, String value, Duration kept) {
        var cookie = new Cookie(name, value);
        config.getAttributes().forEach(cookie::setAttribute);
        cookie.setHttpOnly(true);
        cookie.setSecure(config.isSecure());
        cookie.setMaxAge(Math.toIntExact(kept.toSeconds()));
        return cookie;
    }
}
