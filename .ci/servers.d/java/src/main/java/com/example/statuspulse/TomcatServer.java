package com.example.statuspulse;

import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The servlet on Tomcat, at 127.0.0.1 and the port that is given. */
final class TomcatServer {
    private TomcatServer() {}

    public static void main(String... args) throws Exception {
        Inside inside = new Inside();
        WebhookServlet webhook = new WebhookServlet(Receiver.secrets(System.getenv()), inside);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("receiver").toString());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "webhook", webhook);
        context.addServletMappingDecoded("/webhook/statuspulse", "webhook");
        Tomcat.addServlet(context, "control", new ControlServlet(inside, webhook));
        context.addServletMappingDecoded("/", "control");
        tomcat.start();
        tomcat.getServer().await();
    }
}
