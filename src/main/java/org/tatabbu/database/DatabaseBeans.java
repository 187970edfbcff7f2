// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    @Bean
    Database database(ObjectProvider<EarlyDatabase> early, Environment environment) throws Exception {
        EarlyDatabase begun = early.getIfAvailable();
        return begun == null ? Database.opened(environment) : begun.database();
    }

    @Bean(destroyMethod = "")
    HikariDataSource dataSource(Database database) {
        return database.pool();
    }
}
