// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Letters go to the server that {@code spring.mail.host} names, else into a folder. */
@Configuration(proxyBeanMethods = false)
class PostOffice {
    @Bean
    Postman postman(
            MailStore store,
            ObjectProvider<JavaMailSender> server,
            @Value("${tatabbu.mail.from}") String from,
            @Value("${tatabbu.data}") Path data)
            throws AddressException {
        var sender = server.getIfAvailable();
        return new Postman(
                store,
                sender == null ? folder(data.resolve("mail").toAbsolutePath().normalize()) : new ByServer(sender),
                new InternetAddress(from, true));
    }

    @Bean
    Rounds rounds(Postman postman, @Value("${tatabbu.mail.carries:true}") boolean carries) {
        return new Rounds(postman, carries);
    }

    private static Carrier folder(Path folder) {
        LoggerFactory.getLogger(PostOffice.class)
                .info(MailWords.ofTheMachine().lettersAsFiles(folder.toString(), "spring.mail.host"));
        return new ToFolder(folder);
    }
}
