package kz.zhospar.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another JVM with the classes of the tests, which can be killed as this one cannot. */
public final class JavaProcess {
    private JavaProcess() {}

    public static ProcessBuilder of(Class<?> main, List<String> arguments) {
        var start = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return new ProcessBuilder(Stream.concat(start, arguments.stream()).toList());
    }
}
