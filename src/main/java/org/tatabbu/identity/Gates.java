// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;
import org.tatabbu.page.Turnstile;

/** Who may pass where: the workspace asks who you are, everything else neither asks nor remembers. */
@Configuration(proxyBeanMethods = false)
class Gates {
    /** Wider than the languages we speak, so that an address we forgot is closed rather than open. */
    private static final String WORK = "/*/work/**";

    @Bean
    @Order(1)
    SecurityFilterChain workspace(
            HttpSecurity http,
            Sessions sessions,
            Lookers lookers,
            SignInPages door,
            Pages pages,
            Site site,
            Clock clock)
            throws Exception {
        return http.securityMatcher(
                        WORK, "/*/sign-in", "/*/sign-in/**", "/*/sign-out", "/*/invitations/**", "/*/welcome/**")
                .authorizeHttpRequests(who ->
                        who.requestMatchers(WORK).authenticated().anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(sessions.contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(sessions.tokens))
                .addFilterAfter(new Recognition(sessions, clock), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new Turnstile(
                                request -> Recognition.of(request).isPresent(),
                                request -> Resent.byBrowser(request, site),
                                Gates::signInFirst),
                        CsrfFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new ToSignIn())
                        .accessDeniedHandler(new Refusal(lookers, door, pages, site)))
                .headers(headers -> headers.defaultsDisabled().cacheControl(always -> {}))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What the machine is asked about us: whether we live, and nothing else. */
    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(who -> who.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new Turnstile(request -> false, request -> false, Gates::tooLarge), CsrfFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * No session, no cookie, no header that stands against caching: a page is the same for every reader. Nobody is asked who
     * they are, so nothing is set up to remember it.
     */
    @Bean
    @Order(3)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.addFilterBefore(
                        new Turnstile(request -> false, request -> false, Gates::tooLarge), CsrfFilter.class)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        new ToSignIn().commence(request, response, new InsufficientAuthenticationException("Nobody signed in"));
    }

    private static void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }

    /** Over TLS the name's prefix makes browsers refuse the cookie from any other host or path (RFC 6265bis §4.1.3.2). */
    @Bean
    ServletContextInitializer sessionCookie(Site site) {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            var cookie = context.getSessionCookieConfig();
            cookie.setName(site.secure() ? "__Host-tatabbu" : "tatabbu");
            cookie.setSecure(site.secure());
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Lax");
        };
    }

    /**
     * Refuses with a page of status 403, which shows a form of the workspace or the door again; only who signs out of a session
     * that has ended already is simply out.
     */
    private record Refusal(Lookers lookers, SignInPages door, Pages pages, Site site) implements AccessDeniedHandler {
        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
                throws IOException {
            var language = ToSignIn.language(request);
            if (refused instanceof MissingCsrfTokenException
                    && language.isPresent()
                    && request.getRequestURI().endsWith("/sign-out")) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(HttpHeaders.LOCATION, "/" + language.get().tag());
            } else if (!(refused instanceof CsrfException)
                    || language.isEmpty()
                    || !again(request, response, language.get())) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        }

        private boolean again(HttpServletRequest request, HttpServletResponse response, Language language)
                throws IOException {
            var page = page(request, language);
            if (page.isEmpty()) {
                return false;
            }
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            page.get().getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
            response.getOutputStream().write(Objects.requireNonNull(page.get().getBody()));
            return true;
        }

        private Optional<ResponseEntity<byte[]>> page(HttpServletRequest request, Language language)
                throws IOException {
            if (request.getRequestURI().equals("/" + language.tag() + "/sign-in")) {
                return Resent.fromHere(request, site) ? Optional.of(door.late(language, request)) : Optional.empty();
            }
            var viewer = lookers.looking(request, language).orElse(null);
            var who = viewer == null ? null : viewer.name();
            return Resent.of(request, language, who, Lookers.token(request), site)
                    .map(form -> pages.show(
                            HttpStatus.FORBIDDEN,
                            Frame.work(language, "/work", form.words().lateTitle(), viewer),
                            "identity/Resent.jte",
                            form));
        }
    }
}
