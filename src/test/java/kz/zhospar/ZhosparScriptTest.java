package kz.zhospar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in an empty environment, with stubs for JDKs that only say what they were asked to do. */
class ZhosparScriptTest {
    private static final List<String> TOOLS = List.of(
            "bash", "sh", "cat", "dirname", "readlink", "sed", "tr", "uname", "find", "head", "rm", "mkdir", "od");

    @TempDir
    private Path folder;

    @Test
    void explainsItselfWithoutACommand() throws Exception {
        var result = run("");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("./zhospar run [--port=8080] [--data=DIR]", "./zhospar test");
    }

    @Test
    void refusesUnknownCommandsAndOptions() throws Exception {
        for (var arguments : List.of(List.of("start"), List.of("run", "--prot=8081"), List.of("test", "fast"))) {
            var result = run("", arguments.toArray(String[]::new));
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.output()).startsWith("Usage:");
        }
    }

    @Test
    void refusesWhatIsNoPort() throws Exception {
        for (var port : List.of("", "0", "65536", "80a", "-1")) {
            var result = run("", "run", "--port=" + port);
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.output())
                    .isEqualToIgnoringNewLines(
                            "zhospar: the port must be a number from 1 to 65535, not '" + port + "'.");
        }
    }

    @Test
    void refusesToMeasureOnWhatIsNoNumberOfRows() throws Exception {
        for (var rows : List.of("many", "10", "10000,", "-1000", "10000;100000")) {
            var result = run("", "bench", "--rows=" + rows);
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.output()).contains("from 1000 to 99999999", "'" + rows + "'");
        }
    }

    @Test
    void saysHowToGetAJdkWhereThereIsNone() throws Exception {
        var result = run("", "run");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output().lines()).hasSize(1).first().asString().contains("JDK 25 or newer", "adoptium.net");
    }

    @Test
    void passesOverOldJdksAndThoseThatCannotCompile() throws Exception {
        var old = jdk("old jdk", "17.0.15");
        var runtime = jdk("runtime only", "26");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(run(old + ":" + runtime, "run").exitCode()).isEqualTo(1);
    }

    @Test
    void runsOnTheFirstFittingJdkFromAnyFolder() throws Exception {
        var result =
                run(jdk("old jdk", "17.0.15") + ":" + jdk("new jdk", "25.0.1"), "run", "--port=8099", "--data=my data");
        assertThat(result.output())
                .contains("new jdk/bin/java")
                .contains("-Dzhospar.port=8099")
                .contains("-Dzhospar.data=my data")
                .contains("target/zhospar.jar");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void passesWhatIsToBeVerifiedToTheProgram() throws Exception {
        var result = run(jdk("new jdk", "25.0.1").toString(), "verify", "--dump=my dump.sql", "--head=head.json");
        assertThat(result.output()).contains("target/zhospar.jar verify --dump=my dump.sql --head=head.json");
        assertThat(result.exitCode()).isZero();
        assertThat(run("", "verify", "--port=1").exitCode()).isEqualTo(2);
    }

    @Test
    void passesWhatIsToBeCopiedOrPutBackToTheProgram() throws Exception {
        var jdk = jdk("new jdk", "25.0.1").toString();
        for (var command : List.of("backup", "restore")) {
            var result = run(jdk, command, "my copy.zip", "--data=my data", "--replace");
            assertThat(result.output())
                    .contains("target/zhospar.jar " + command + " my copy.zip --data=my data --replace");
            assertThat(result.exitCode()).isZero();
            assertThat(run("", command, "my copy.zip", "--force").exitCode()).isEqualTo(2);
        }
    }

    @Test
    void givesKeycloakAPortOfItsOwn() throws Exception {
        var result = run("", "keycloak", "--port=8099", "--keycloak-port=8099");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("need a port each");
        assertThat(run("", "keycloak", "--keycloak-port=0").exitCode()).isEqualTo(2);
    }

    @Test
    void keepsTheSecretsOfKeycloakToItselfAndHoldsToItsPorts() throws Exception {
        var data = folder.resolve("data");
        run("", "keycloak", "--port=8098", "--keycloak-port=8099", "--data=" + data);
        var secrets = data.resolve("keycloak/secrets");
        assertThat(Files.readAllLines(secrets)).hasSize(3).first().isEqualTo("8098 8099");
        assertThat(Files.readAllLines(secrets).subList(1, 3))
                .doesNotHaveDuplicates()
                .allMatch(line -> line.length() == 48);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");

        var other = run("", "keycloak", "--port=8097", "--keycloak-port=8099", "--data=" + data);
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.output()).contains("was made for the ports 8098 8099");
    }

    /** A folder that looks like a JDK. */
    private Path jdk(String name, String version) throws IOException {
        var bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        program(bin.resolve("javac"), "echo javac " + version);
        program(bin.resolve("java"), "echo \"$0\" \"$@\"");
        return bin.getParent();
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs a copy of the script beside a finished jar, so that it has nothing to build. */
    private Result run(String jdks, String... arguments) throws Exception {
        var home = Files.createDirectories(folder.resolve("the project"));
        var script = home.resolve("zhospar");
        Files.copy(Path.of("zhospar"), script, StandardCopyOption.REPLACE_EXISTING);
        for (var source : List.of("pom.xml", "src/main/Some.java", "target/zhospar.jar")) {
            Files.createDirectories(home.resolve(source).getParent());
            Files.writeString(home.resolve(source), "");
        }
        var command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("ZHOSPAR_JDK_DIRS", jdks);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** The system's own tools without a JDK that may be among them. */
    private Path tools() throws IOException {
        var bin = Files.createDirectories(folder.resolve("tools"));
        for (var tool : TOOLS) {
            program(bin.resolve(tool), "exec " + installed(tool) + " \"$@\"");
        }
        return bin;
    }

    private static Path installed(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private record Result(int exitCode, String output) {}
}
