package dev.multisite.report.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bundled Inter font, so that pictures are the same on every machine, also on one without any font.
 *
 * <p>Java refuses to draw even with a bundled font where the system has none, unless it is given a font configuration
 * before the first font is used; {@link #prepare()} does that.
 */
public final class Fonts {

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private static final class Holder {
        static final Font REGULAR = load(FOLDER + "Inter-Regular.otf");
        static final Font SEMIBOLD = load(FOLDER + "Inter-SemiBold.otf");
    }

    private Fonts() {}

    /** Must run before the program's first use of AWT; later calls do nothing. */
    public static void prepare() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, configuration().toString());
        }
    }

    private static Path configuration() {
        try (InputStream properties = Fonts.class.getResourceAsStream("fontconfig.properties")) {
            if (properties == null) {
                throw new IllegalStateException("fontconfig.properties is missing from the program");
            }
            Path file = Files.createTempFile("multisite-font", ".properties");
            Files.write(file, properties.readAllBytes());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Font regular(double size) {
        return Holder.REGULAR.deriveFont((float) size);
    }

    public static Font semibold(double size) {
        return Holder.SEMIBOLD.deriveFont((float) size);
    }

    /** Returns a font of another script; see the notice beside the files. */
    static Font script(String name) {
        return load("scripts/" + name);
    }

    private static Font load(String name) {
        prepare();
        try (InputStream data = Fonts.class.getResourceAsStream(name)) {
            if (data == null) {
                throw new IllegalStateException("the font " + name + " is missing from the program");
            }
            return Font.createFont(Font.TRUETYPE_FONT, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + name + " cannot be used", e);
        }
    }
}
