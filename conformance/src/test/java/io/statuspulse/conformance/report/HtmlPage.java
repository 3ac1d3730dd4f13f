package io.statuspulse.conformance.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page that was parsed as XML, which forgives nothing. */
final class HtmlPage {
    private final Document document;

    private HtmlPage(Document document) {
        this.document = document;
    }

    static HtmlPage parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return new HtmlPage(factory.newDocumentBuilder().parse(new InputSource(new StringReader(page))));
    }

    Stream<Element> elements() {
        NodeList nodes = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements.stream();
    }

    Stream<Element> elements(String name) {
        return elements().filter(element -> element.getTagName().equals(name));
    }

    static Predicate<Element> ofClass(String name) {
        return element -> List.of(element.getAttribute("class").split(" ")).contains(name);
    }

    Element byId(String id) {
        return elements()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> attributes(Element element) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
        }
        return names;
    }
}
