import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * Checks a pack of evidence without the system that made it, with a JDK (17 or newer) and no network:
 * {@code java Check.java PACK.zip [FINGERPRINT]}. PACK may also be the folder that it was unpacked into. Give the
 * fingerprint of the signing key, as the city publishes it, to be sure who signed.
 *
 * <p>What is checked: every file is the one in the list, and the list is signed; every row leads, hash by hash, to the root in its seal; every
 * seal is signed by the key; every basis document is the one whose hash stands in a row. The exit code is 0 when all of
 * it holds, 1 when something does not, 2 when the pack cannot be read.
 */
public class Check {

    private static final HexFormat HEX = HexFormat.of();
    private static final String LIST = "files.txt";
    private static final String LIST_SIGNATURE = "files.sig";

    private final Map<String, byte[]> files;
    private final List<String> faults = new ArrayList<>();
    private final TreeSet<String> keys = new TreeSet<>();
    private int rows;
    private int seals;
    private int documents;

    private Check(Map<String, byte[]> files) {
        this.files = files;
    }

    public static void main(String... arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("java Check.java PACK.zip [FINGERPRINT]");
            System.exit(2);
        }
        try {
            var check = new Check(read(Path.of(arguments[0])));
            System.exit(check.run(arguments.length == 2 ? arguments[1] : null) ? 0 : 1);
        } catch (IOException | RuntimeException e) {
            System.err.println("The pack cannot be read: " + e);
            System.exit(2);
        }
    }

    private static Map<String, byte[]> read(Path path) throws IOException {
        var files = new TreeMap<String, byte[]>();
        if (Files.isDirectory(path)) {
            try (var found = Files.walk(path)) {
                for (var file : found.filter(Files::isRegularFile).toList()) {
                    files.put(path.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
            return files;
        }
        try (var zip = new ZipFile(path.toFile())) {
            for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                try (var in = zip.getInputStream(entry)) {
                    if (files.put(entry.getName(), in.readAllBytes()) != null) {
                        throw new IOException("two files named " + entry.getName());
                    }
                }
            }
        }
        return files;
    }

    private boolean run(String fingerprint) {
        checkFiles(fingerprint);
        checkSeals(fingerprint);
        checkRows();
        checkDocuments();
        System.out.printf("Files: %d, rows: %d, seals: %d, documents: %d%n", files.size(), rows, seals, documents);
        keys.forEach(key -> System.out.println("Key: " + key));
        if (fingerprint == null) {
            System.out.println("The key was not compared with a published one: give its fingerprint to do so.");
        }
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.println(faults.isEmpty() ? "Everything holds." : "The evidence does NOT hold.");
        return faults.isEmpty();
    }

    private void checkFiles(String fingerprint) {
        var listed = new TreeMap<String, String>();
        var lines = lines(LIST);
        var head = lines.isEmpty() ? new String[0] : lines.get(0).split("\t", -1);
        if (head.length != 3 || !head[0].equals("zhospar-evidence") || !head[1].equals("1")) {
            faults.add(LIST + " is no list of evidence");
            return;
        }
        checkList(head[2], fingerprint);
        for (var line : lines.subList(1, lines.size())) {
            if (line.length() < 67) {
                faults.add(LIST + ": " + line);
            } else {
                listed.put(line.substring(66), line.substring(0, 64));
            }
        }
        files.forEach((name, content) -> {
            var own = name.equals(LIST) || name.equals(LIST_SIGNATURE);
            if (!own && !HEX.formatHex(sha256(content)).equals(listed.remove(name))) {
                faults.add(name + " is not the file in the list");
            }
        });
        listed.keySet().forEach(name -> faults.add(name + " is missing"));
    }

    private void checkList(String key, String fingerprint) {
        keys.add(key);
        if (!signed(files.get(LIST), LIST_SIGNATURE, key)) {
            faults.add(LIST + " is not signed");
        }
        if (fingerprint != null && !fingerprint.equals(key)) {
            faults.add(LIST + " is signed by another key");
        }
    }

    /** A seal is named by its number, which the signed text states too. */
    private void checkSeals(String fingerprint) {
        for (var name : files.keySet()) {
            if (!name.matches("seals/\\d+\\.txt")) {
                continue;
            }
            seals++;
            var text = files.get(name);
            var values = values(text);
            if (!name.equals("seals/" + values.get("number") + ".txt")) {
                faults.add(name + " has another number");
            }
            var key = values.getOrDefault("key", "-");
            if (key.equals("-")) {
                faults.add(name + " is not signed");
                continue;
            }
            keys.add(key);
            if (fingerprint != null && !fingerprint.equals(key)) {
                faults.add(name + " is signed by another key");
            }
            if (!signed(text, name.replace(".txt", ".sig"), key)) {
                faults.add(name + ": the signature is not of this text or not by this key");
            }
        }
    }

    private boolean signed(byte[] text, String signature, String key) {
        var encoded = files.get("keys/" + key + ".txt");
        var bytes = files.get(signature);
        if (encoded == null || bytes == null) {
            return false;
        }
        try {
            var publicKey = Base64.getDecoder().decode(string(encoded).strip());
            // The fingerprint binds the name of the key to its content.
            if (!key.equals(HEX.formatHex(sha256(publicKey)))) {
                return false;
            }
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            verifier.update(text);
            return verifier.verify(Base64.getDecoder().decode(string(bytes).strip()));
        } catch (Exception e) {
            return false;
        }
    }

    private void checkRows() {
        var seen = new TreeSet<String>();
        for (var line : lines("rows.txt")) {
            var parts = line.split("\t", -1);
            var form = parts.length == 5 ? files.get(parts[0]) : null;
            if (form == null) {
                faults.add("rows.txt: " + line);
                continue;
            }
            rows++;
            seen.add(parts[0]);
            if (!leads(form, parts)) {
                faults.add(parts[0] + " (" + title(form) + ") is not what was sealed");
            }
        }
        files.keySet().stream()
                .filter(name -> name.startsWith("rows/") && !seen.contains(name))
                .forEach(name -> faults.add(name + " is not proved"));
    }

    private boolean leads(byte[] form, String[] parts) {
        var seal = files.get("seals/" + parts[1] + ".txt");
        if (seal == null) {
            return false;
        }
        try {
            var path = parts[4].equals("-") ? new String[0] : parts[4].split(",");
            var root = root(hash((byte) 0, form, new byte[0]), Long.parseLong(parts[2]), Long.parseLong(parts[3]), path);
            var values = values(seal);
            return HEX.formatHex(root).equals(values.get("root")) && parts[3].equals(values.get("leaves"));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Goes up the tree: a node is hashed behind a one, and a last node without a partner rises as it is. */
    private static byte[] root(byte[] leaf, long index, long size, String[] path) {
        var hash = leaf;
        long position = index;
        long count = size;
        int used = 0;
        while (count > 1) {
            long beside = position ^ 1;
            if (beside < count) {
                var other = HEX.parseHex(path[used++]);
                hash = (position & 1) == 1 ? hash((byte) 1, other, hash) : hash((byte) 1, hash, other);
            }
            position >>= 1;
            count = (count + 1) >> 1;
        }
        if (used != path.length || position != 0) {
            throw new IllegalArgumentException("The path does not fit");
        }
        return hash;
    }

    /** The hash of each basis document stands in a row, which is proved. */
    private void checkDocuments() {
        for (var name : files.keySet()) {
            if (!name.startsWith("basis/")) {
                continue;
            }
            documents++;
            var line = "\nsha256\t" + HEX.formatHex(sha256(files.get(name))) + "\n";
            var stated = files.entrySet().stream()
                    .anyMatch(file -> file.getKey().startsWith("rows/") && string(file.getValue()).contains(line));
            if (!stated) {
                faults.add(name + " is not the document that was sealed");
            }
        }
    }

    private static String title(byte[] form) {
        var lines = string(form).split("\n");
        return Arrays.stream(lines)
                .filter(line -> line.startsWith("rev\t") || line.startsWith("number\t"))
                .findFirst()
                .map(line -> lines[0] + ", " + line.replace('\t', ' '))
                .orElse(lines[0]);
    }

    private static Map<String, String> values(byte[] text) {
        var values = new TreeMap<String, String>();
        for (var line : string(text).split("\n")) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                values.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return values;
    }

    private List<String> lines(String name) {
        var content = files.get(name);
        if (content == null) {
            faults.add(name + " is missing");
            return List.of();
        }
        return string(content).lines().toList();
    }

    private static String string(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] hash(byte kind, byte[] first, byte[] second) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind);
            digest.update(first);
            return digest.digest(second);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
