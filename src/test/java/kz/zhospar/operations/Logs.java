package kz.zhospar.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.zhospar.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of the log as programs read them: each is a JSON object. */
record Logs(List<JsonNode> lines) {

    private static final Pattern SETTING = Pattern.compile("(LOGGING_\\w+)=(\\S+)");

    /** An application with nothing in it but its settings. */
    private static final class Nothing {}

    /** The environment by which the image of the application logs, in another format. */
    static Map<String, Object> ofImage(String format) throws IOException {
        var settings = new HashMap<String, Object>(SETTING.matcher(Files.readString(Path.of("Dockerfile")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2))));
        settings.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", format);
        return settings;
    }

    /** What is logged during some work where the environment says how. A JVM has one log: its settings come back after. */
    static Logs during(Map<String, Object> environment, CapturedOutput output, TestDatabase.Work work)
            throws Exception {
        try (var _ = start(environment)) {
            var before = output.getOut().length();
            work.run();
            return new Logs(output.getOut()
                    .substring(before)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList());
        } finally {
            start(Map.of()).close();
        }
    }

    /** The start of an application sets the log up, unless another one has done so already. */
    private static ConfigurableApplicationContext start(Map<String, Object> environment) {
        // Set once by the first application that has it, for the life of the JVM.
        System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
        LoggingSystem.get(Logs.class.getClassLoader()).cleanUp();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var all = new StandardEnvironment();
        all.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, environment));
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .environment(all)
                .run();
    }

    /** The only line whose message begins so. */
    JsonNode line(String beginning) {
        var found = lines.stream()
                .filter(line -> field(line, "message").asString().startsWith(beginning))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d lines begin with \"%s\": %s".formatted(found.size(), beginning, lines));
        }
        return found.getFirst();
    }

    /** A field by its name with dots, which some formats write as objects within each other. */
    static JsonNode field(JsonNode line, String name) {
        return line.has(name) ? line.get(name) : line.at("/" + name.replace('.', '/'));
    }
}
