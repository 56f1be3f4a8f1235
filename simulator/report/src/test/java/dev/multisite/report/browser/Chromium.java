package dev.multisite.report.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, driven by the DevTools protocol. */
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = Collections.synchronizedList(new ArrayList<>());

    private Chromium(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(page, new Listener())
                .join();
    }

    /** Returns the browser's program, if there is one on the path. */
    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the browser with an empty profile in {@code folder}. */
    static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, page(folder.resolve("DevToolsActivePort")));
        } catch (RuntimeException | IOException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI page(Path portFile) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int attempt = 0; attempt < PATIENCE_SECONDS * 5; attempt++) {
            Thread.sleep(200);
            if (Files.exists(portFile) && Files.readAllLines(portFile).size() > 1) {
                URI list = URI.create(
                        "http://127.0.0.1:" + Files.readAllLines(portFile).get(0) + "/json/list");
                String targets = client.send(
                                java.net.http.HttpRequest.newBuilder(list).build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString())
                        .body();
                for (JsonNode target : JSON.readTree(targets)) {
                    if (target.path("type").asString("").equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asString(""));
                    }
                }
            }
        }
        throw new IOException("the browser did not start");
    }

    /** Calls a method of the protocol and returns its result. */
    JsonNode call(String method, Map<String, Object> parameters) throws Exception {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        socket.sendText(JSON.writeValueAsString(message), true).join();
        JsonNode full = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (full.has("error")) {
            throw new IOException(method + ": " + full.path("error"));
        }
        return full.path("result");
    }

    /** Returns the value of a JavaScript expression. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Opens a file and waits until it is there. */
    void open(Path file) throws Exception {
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
        events.clear();
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        for (int attempt = 0; attempt < PATIENCE_SECONDS * 5 && count("Page.loadEventFired") == 0; attempt++) {
            Thread.sleep(200);
        }
    }

    long count(String method) {
        return events(method).size();
    }

    /** Returns the events of one kind since the page was opened. */
    List<JsonNode> events(String method) {
        synchronized (events) {
            return events.stream()
                    .filter(event -> event.path("method").asString("").equals(method))
                    .map(event -> event.path("params"))
                    .toList();
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                receive(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture("received");
        }

        private void receive(JsonNode message) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt(0));
            if (answer == null) {
                events.add(message);
            } else {
                answer.complete(message);
            }
        }
    }
}
