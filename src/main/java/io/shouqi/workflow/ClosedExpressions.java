package io.shouqi.workflow;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Expressions see the flags of their process and the listed beans. They reach nothing through them: no property, no
 * class, and one method, {@code numbers.of}.
 */
class ClosedExpressions extends JuelExpressionManager {

    ClosedExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    protected ELResolver createElResolver() {
        return new ClosedResolver(beans);
    }

    /** The engine brings functions of its own; the product's processes have none. */
    @Override
    public void addFunction(String name, Method function) {}
}
