// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tatabbu.language.Language;
import org.tatabbu.page.Site;

/** Acts that were opened to the public, as an Atom feed (RFC 4287), the latest first. */
record Feed(Language language, String slug, Site site) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    byte[] of(List<ActsStore.Opened> acts) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.tag());
            head(xml, acts);
            for (var one : acts) {
                entry(xml, one);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void head(XMLStreamWriter xml, List<ActsStore.Opened> acts) throws XMLStreamException {
        var committee = acts.getFirst().act().committee().in(language);
        var page = "/" + language.tag() + "/committees/" + slug + "/acts";
        text(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(("acts " + slug).getBytes(StandardCharsets.UTF_8)));
        text(xml, "title", ActsWords.in(language).publicRegister(committee));
        text(
                xml,
                "updated",
                acts.stream()
                        .map(ActsStore.Opened::at)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH)
                        .toString());
        xml.writeStartElement(ATOM, "author");
        text(xml, "name", committee);
        xml.writeEndElement();
        link(xml, "self", page + ".atom");
        link(xml, "alternate", page);
    }

    private void entry(XMLStreamWriter xml, ActsStore.Opened one) throws XMLStreamException {
        var act = one.act();
        xml.writeStartElement(ATOM, "entry");
        text(xml, "id", "urn:uuid:" + act.id());
        text(xml, "title", act.title().in(language));
        text(xml, "updated", one.at().toString());
        text(xml, "summary", act.heading().in(language));
        link(xml, "alternate", "/" + language.tag() + "/committees/" + slug + act.path());
        xml.writeEndElement();
    }

    private void link(XMLStreamWriter xml, String relation, String path) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", site.address(path));
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
