// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document on its way out, escaped as it is written and kept nowhere. */
final class Xml implements AutoCloseable {
    private final XMLStreamWriter to;

    /** Begins a document whose outermost element this is; attributes are name and value in turn. */
    Xml(OutputStream out, String namespace, String root, String... attributes) {
        try {
            to = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            to.writeStartDocument("UTF-8", "1.0");
            to.setDefaultNamespace(namespace);
            to.writeStartElement(root);
            to.writeDefaultNamespace(namespace);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml begin(String element, String... attributes) {
        try {
            to.writeStartElement(element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Xml end() {
        try {
            to.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Xml text(String element, String text, String... attributes) {
        begin(element, attributes);
        try {
            to.writeCharacters(speakable(text));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return end();
    }

    Xml empty(String element, String... attributes) {
        try {
            to.writeEmptyElement(element);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            to.writeAttribute(attributes[i], speakable(attributes[i + 1]));
        }
    }

    // One character that XML 1.0 has no way to write would make the whole document unreadable.
    private static String speakable(String text) {
        return text.codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || (point >= 0x20 && point <= 0xD7FF)
                        || (point >= 0xE000 && point <= 0xFFFD)
                        || point >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public void close() {
        try {
            to.writeEndDocument();
            to.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
