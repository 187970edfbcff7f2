// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;
import org.tatabbu.page.Site;

@Configuration(proxyBeanMethods = false)
class CopiesBeans {
    /** A line that says nothing for as long is cut; see {@link Stock#SILENCE}. */
    private static final Duration NO_ANSWER = Duration.ofSeconds(5);

    @Bean
    Stock stock(@Value("${tatabbu.copies.size:64MB}") DataSize size) {
        return new Stock(size.toBytes(), Ticker.systemTicker());
    }

    /** A connection that waits is none of those that requests share. */
    @Bean
    Ear ear(HikariDataSource pool, Stock stock) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "tatabbu copies");
        properties.setProperty("socketTimeout", Long.toString(NO_ANSWER.toSeconds()));
        properties.setProperty("connectTimeout", Long.toString(NO_ANSWER.toSeconds()));
        var line = new DriverManagerDataSource(pool.getJdbcUrl(), properties);
        line.setUsername(pool.getUsername());
        line.setPassword(pool.getPassword());
        return new Ear(line, stock);
    }

    /** After what every answer says, and before the framework. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> counter(Stock stock, Site site) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Counter(stock, site)));
    }

    @Bean
    FilterRegistrationBean<FrontDoor> frontDoor(Stock stock, Site site) {
        var door = new FilterRegistrationBean<>(new FrontDoor(stock, site));
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }
}
