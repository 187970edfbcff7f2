// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.tatabbu.language.Language;

/** Every page stands under its language: {@code /{lang}/…}; assets stand apart and never change under one address. */
@Configuration(proxyBeanMethods = false)
class Addresses implements WebMvcConfigurer {
    /** The buffers of Tomcat for one request and its answer, and what is kept with them: a header that never ends holds them. */
    private static final int OCTETS_OF_A_CONNECTION = 64 * 1024;

    private static final int OCTETS_AT_ONCE = 4 * 1024;
    private static final int OCTETS_OF_AN_ANSWER = 20 * 1024;

    private static final String LANGUAGE = "/{lang:ar|fr|en}";

    @Bean
    Site site(@Value("${tatabbu.public-url:}") String url, @Value("${tatabbu.signing-url:}") String signing) {
        return new Site(url, signing);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> doorstep(ErrorPages errors) {
        // The innermost valve of the host speaks first.
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Doorstep(errors)));
    }

    /** As many connections as half of the memory holds, however slowly they speak. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> connections(
            @Value("${server.tomcat.max-connections:4096}") int most) {
        var fitting = Runtime.getRuntime().maxMemory() / 2 / OCTETS_OF_A_CONNECTION;
        return server -> server.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setMaxConnections((int) Math.min(most, fitting));
                protocol.setProperty("socket.appReadBufSize", Integer.toString(OCTETS_AT_ONCE));
                // A page of a usual length leaves in one piece with its headers.
                protocol.setProperty("socket.appWriteBufSize", Integer.toString(OCTETS_OF_AN_ANSWER));
            }
        });
    }

    /** Before everything else, so that a request refused by its shape alone gets them too. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> protectiveHeaders(Site site) {
        return server -> server.addEngineValves(new ProtectiveHeaders(site));
    }

    @Bean
    WebMvcRegistrations directory() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Directory();
            }
        };
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix(
                LANGUAGE,
                HandlerTypePredicate.forBasePackage("org.tatabbu")
                        .and(HandlerTypePredicate.forAnnotation(Controller.class))
                        .and(type -> !type.isAnnotationPresent(OutsideLanguages.class)));
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(new ToLanguage());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
                .addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addTransformer(new TightStyles());
    }

    /**
     * There are hundreds of addresses below a language. Most differ in the word after it, and words are compared at once where
     * a pattern is walked through: for each request all of them were.
     */
    private static final class Directory extends RequestMappingHandlerMapping {
        private static final String ANY = "";
        private static final int WORD = 3;

        private final Map<RequestMappingInfo, String> words = new ConcurrentHashMap<>();

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            return super.lookupHandlerMethod(path, new Asked(request, word(request)));
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            var word = words.computeIfAbsent(info, Directory::word);
            return word.equals(ANY) || !(request instanceof Asked asked) || word.equals(asked.word)
                    ? super.getMatchingMapping(info, request)
                    : null;
        }

        private static final class Asked extends HttpServletRequestWrapper {
            private final String word;

            Asked(HttpServletRequest request, String word) {
                super(request);
                this.word = word;
            }
        }

        private static String word(RequestMappingInfo info) {
            var patterns = info.getPatternValues();
            var pattern = patterns.size() == 1 ? patterns.iterator().next() : "";
            if (!pattern.startsWith(LANGUAGE + "/")) {
                return ANY;
            }
            var word = pattern.substring(LANGUAGE.length() + 1).replaceFirst("/.*", "");
            return word.matches("[a-z-]+") ? word : ANY;
        }

        private static String word(HttpServletRequest request) {
            var elements = ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .elements();
            return elements.size() > WORD && elements.get(WORD) instanceof PathContainer.PathSegment segment
                    ? segment.valueToMatch()
                    : ANY;
        }
    }

    /** A class of its own, because the types of a lambda cannot be found again. */
    private static final class ToLanguage implements Converter<String, Language> {
        @Override
        public Language convert(String tag) {
            return Language.of(tag).orElseThrow(NotHere::new);
        }
    }
}
