# Builds and runs Shouqi. Everything comes from this repository; the image holds a Java runtime and one jar.
FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-17 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
# tests ran before the image is built: mvn verify
RUN mvn -B -q package -DskipTests

FROM eclipse-temurin:17-jre-jammy
RUN useradd --system --uid 10001 --home-dir /var/lib/shouqi --create-home shouqi
COPY --from=build /build/target/shouqi-*.jar /opt/shouqi/shouqi.jar
USER shouqi
WORKDIR /var/lib/shouqi
VOLUME /var/lib/shouqi
ENV SHOUQI_DATADIR=/var/lib/shouqi
EXPOSE 8080
# the health port listens on the container's own loopback only, and the image brings no curl
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/shouqi/shouqi.jar"]
