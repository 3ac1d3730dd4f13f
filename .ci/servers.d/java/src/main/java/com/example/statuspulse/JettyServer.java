package com.example.statuspulse;

import java.net.InetSocketAddress;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** The servlet on Jetty, at 127.0.0.1 and the port that is given. */
final class JettyServer {
    private JettyServer() {}

    public static void main(String... args) throws Exception {
        Inside inside = new Inside();
        WebhookServlet webhook = new WebhookServlet(Receiver.secrets(System.getenv()), inside);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(webhook), "/webhook/statuspulse");
        context.addServlet(new ServletHolder(new ControlServlet(inside, webhook)), "/");
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])));
        server.setHandler(context);
        server.start();
        server.join();
    }
}
