package io.statuspulse.conformance.report;

import io.statuspulse.simulator.delivery.Printable;
import java.io.OutputStream;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes indented XML. What is written is first made printable, which leaves no character that XML 1.0 forbids (section
 * 2.2) and none that a terminal acts on; only line ends in element texts stay.
 */
final class XmlPage implements AutoCloseable {
    private final XMLStreamWriter xml;
    private int depth;

    /** Begins a document in UTF-8; {@code out} stays open. */
    XmlPage(OutputStream out) throws XMLStreamException {
        // The JDK's own writer: one from the class path may write differently.
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
    }

    void open(String element) throws XMLStreamException {
        indent();
        xml.writeStartElement(element);
        depth++;
    }

    void empty(String element) throws XMLStreamException {
        indent();
        xml.writeEmptyElement(element);
    }

    void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, printable(String.valueOf(value)));
    }

    /** Writes lines as the content of the element that was opened last, and closes it. */
    void textAndClose(String lines) throws XMLStreamException {
        xml.writeCharacters(lines.lines().map(XmlPage::printable).collect(Collectors.joining("\n")));
        depth--;
        xml.writeEndElement();
    }

    void close(String element) throws XMLStreamException {
        depth--;
        indent();
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** U+FFFE and U+FFFF are unassigned for good, so they are escaped with the control characters. */
    private static String printable(String text) {
        return Printable.decoded(text);
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
        xml.close();
    }
}
