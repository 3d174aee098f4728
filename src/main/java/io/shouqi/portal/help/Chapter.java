package io.shouqi.portal.help;

import java.util.List;

/**
 * A file of the manual.
 *
 * @param name as in its address
 * @param html its text, with the sections' ids
 */
public record Chapter(String name, String title, String html, List<Section> sections) {

    /**
     * @param id empty for what stands before the first heading
     * @param text what it says, without marks
     */
    public record Section(String id, String title, String text) {}
}
