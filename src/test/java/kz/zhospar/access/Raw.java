package kz.zhospar.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends bytes to the server as they are, which no orderly client would. */
final class Raw {

    private static final int PATIENCE_MILLISECONDS = 10_000;

    private Raw() {}

    /** The status of the answer; 0 when the server hung up without one. */
    static int status(int port, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException _) {
                // It has answered before it was told everything; the answer can still be read.
            }
            return status(firstLine(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new ByteArrayOutputStream();
        try {
            var stream = socket.getInputStream();
            for (int one = stream.read(); one >= 0 && one != '\n'; one = stream.read()) {
                line.write(one);
            }
        } catch (SocketException _) {
            // Hung up on.
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static int status(String line) {
        return line.matches("HTTP/1\\.\\d \\d{3}.*\\s*") ? Integer.parseInt(line.substring(9, 12)) : 0;
    }
}
