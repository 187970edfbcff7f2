// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.PersonName;
import org.tatabbu.page.Viewer;

/** The moderators' pages at their addresses, visited as whoever the test says. */
final class Desk {
    private static final String WHO = "who";

    private final MockMvc browser;

    Desk(Court court) {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(
                beans -> beans.registerSingleton("moderation", Objects.requireNonNull(court.moderation)));
        context.register(House.class, ModerationPages.class);
        context.refresh();
        browser = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /** The page at an address that starts with a slash and comes after the language. */
    Document page(AccountId account, String path) throws Exception {
        var answer = browser.perform(
                        MockMvcRequestBuilders.get(URI.create("/en" + path)).requestAttr(WHO, account))
                .andReturn()
                .getResponse();
        if (answer.getStatus() != 200) {
            throw new AssertionError(path + " answers " + answer.getStatus());
        }
        return Jsoup.parse(answer.getContentAsString());
    }

    MockHttpServletResponse post(AccountId account, String path, Map<String, List<String>> fields) throws Exception {
        var request = MockMvcRequestBuilders.post(URI.create("/en" + path)).requestAttr(WHO, account);
        fields.forEach((field, values) -> request.param(field, values.toArray(String[]::new)));
        return browser.perform(request).andReturn().getResponse();
    }

    MockHttpServletResponse rule(AccountId account, CommentId comment, String verdict, String seen) throws Exception {
        var address = URI.create("/en/work/moderation/" + comment.id() + "/verdict");
        return browser.perform(MockMvcRequestBuilders.post(address)
                        .requestAttr(WHO, account)
                        .param("verdict", verdict)
                        .param("seen", seen)
                        .param("state", "held"))
                .andReturn()
                .getResponse();
    }

    @TestConfiguration
    @EnableWebMvc
    @ComponentScan("org.tatabbu.page")
    static class House implements WebMvcConfigurer, HandlerMethodArgumentResolver {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == SignedIn.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var account = (AccountId) request.getAttribute(WHO, RequestAttributes.SCOPE_REQUEST);
            return new SignedIn(
                    new Account(Objects.requireNonNull(account), "m@example.org", PersonName.UNNAMED),
                    new Viewer("M", true, "_csrf", "token"),
                    Instant.EPOCH);
        }
    }
}
