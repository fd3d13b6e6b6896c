package kz.zhospar.notification.internal;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import kz.zhospar.testing.Ports;
import org.jspecify.annotations.Nullable;

/** A real SMTP server on one port that can go down, come back, or take calls without ever answering. */
final class MailServer {

    private final int port = Ports.free();
    private @Nullable GreenMail running;
    private @Nullable ServerSocket silent;

    int port() {
        return port;
    }

    void start() {
        running = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        running.start();
    }

    void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    /** Lets callers connect and wait. */
    void fallSilent() {
        stop();
        silent = open(port);
    }

    void endSilence() {
        if (silent != null) {
            try {
                silent.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            silent = null;
        }
    }

    List<MimeMessage> receivedBy(String account) {
        var server = running;
        return server == null
                ? List.of()
                : Arrays.stream(server.getReceivedMessages())
                        .filter(mail -> isTo(mail, account + "@zhospar.invalid"))
                        .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getAllRecipients()).contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerSocket open(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
