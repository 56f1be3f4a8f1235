package dev.multisite.simulation;

import java.util.ArrayList;
import java.util.List;

/** All ordinary time in one state of routing and sites. */
final class Stratum {

    private final List<Piece> pieces = new ArrayList<>();
    private double requests;

    void add(Piece piece) {
        pieces.add(piece);
        requests += piece.requests();
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Returns the expected requests in it. */
    double requests() {
        return requests;
    }
}
