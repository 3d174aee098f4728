package io.shouqi.portal.monitor;

import java.util.List;

/** What the island of the heat map draws: the model, and on its elements a number, a warmth and the way to the cases. */
record HeatDrawing(String xml, List<Badge> badges) {

    /**
     * @param text the number, short enough for the drawing
     * @param label the same in a sentence, with the name of the element
     * @param level warmth from 1 to 5
     * @param failing text of a second mark where something failed; empty where nothing did
     */
    record Badge(String element, String text, String label, int level, String failing, String href) {}
}
