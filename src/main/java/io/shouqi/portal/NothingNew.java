package io.shouqi.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/** The answer to a page that asks for news when there are none: it stays as it is. */
public final class NothingNew {

    public static final View VIEW = (model, request, response) -> response.setStatus(HttpStatus.NO_CONTENT.value());

    private NothingNew() {}
}
