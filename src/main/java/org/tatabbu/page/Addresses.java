// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.time.Duration;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tatabbu.language.Language;

/** Every page stands under its language: {@code /{lang}/…}; assets stand apart and never change under one address. */
@Configuration(proxyBeanMethods = false)
class Addresses implements WebMvcConfigurer {
    /** The buffers of Tomcat for one request and its answer, which a header that never ends holds. */
    private static final int OCTETS_OF_A_CONNECTION = 64 * 1024;

    private static final int OCTETS_OF_AN_ANSWER = 32 * 1024;

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
                // A page with its headers leaves in one piece.
                protocol.setProperty("socket.appWriteBufSize", Integer.toString(OCTETS_OF_AN_ANSWER));
            }
        });
    }

    /** Before everything else, so that a request refused by its shape alone gets them too. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> protectiveHeaders(Site site) {
        return server -> server.addEngineValves(new ProtectiveHeaders(site));
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix(
                "/{lang:ar|fr|en}",
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

    /** A class of its own, because the types of a lambda cannot be found again. */
    private static final class ToLanguage implements Converter<String, Language> {
        @Override
        public Language convert(String tag) {
            return Language.of(tag).orElseThrow(NotHere::new);
        }
    }
}
