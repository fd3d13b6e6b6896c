# The jar is built here, so that nothing but Docker is needed. It needs a database: see docker-compose.yml.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY realm-config realm-config
COPY frontend frontend
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /zhospar --create-home zhospar
USER zhospar
WORKDIR /zhospar
COPY --from=build /build/target/zhospar.jar zhospar.jar
# In a container the loopback address would be reachable by nobody.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
# Health and metrics for the monitoring alone: do not publish this port.
ENV MANAGEMENT_SERVER_ADDRESS=0.0.0.0 MANAGEMENT_SERVER_PORT=9090
ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs LOGGING_LEVEL_KZ_ZHOSPAR_REVISION=debug
EXPOSE 8080 9090
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "zhospar.jar"]
