package dev.multisite.regulation.evaluate;

import dev.multisite.regulation.facts.Form;

/** Pieces of sentences. */
final class Sentences {

    private Sentences() {}

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Returns how a sentence goes on for data that are not in clear text. */
    static String form(Form form) {
        return form == Form.CLEAR ? "" : " (" + form.word() + ")";
    }
}
