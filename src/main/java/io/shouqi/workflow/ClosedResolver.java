package io.shouqi.workflow;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/** Names are beans or flags. What is not answered here does not exist, and the expression fails. */
class ClosedResolver extends ELResolver {

    private final Map<Object, Object> beans;

    ClosedResolver(Map<Object, Object> beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object name) {
        if (base != null) {
            return null;
        }
        if (beans.containsKey(name)) {
            context.setPropertyResolved(true);
            return beans.get(name);
        }
        var flags = (VariableScope) context.getContext(VariableScope.class);
        if (flags != null && flags.hasVariable((String) name)) {
            context.setPropertyResolved(true);
            return flags.getVariable((String) name);
        }
        var rehearsing = Rehearsing.current();
        if (flags != null && rehearsing != null) {
            context.setPropertyResolved(true);
            return rehearsing.missing(flags, (String) name);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object[] arguments) {
        if (base instanceof Numbers numbers
                && method.equals("of")
                && arguments.length == 1
                && arguments[0] instanceof String joined) {
            context.setPropertyResolved(true);
            return numbers.of(joined);
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object name, Object value) {
        throw new PropertyNotWritableException("expressions change nothing");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object name) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object name) {
        return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
