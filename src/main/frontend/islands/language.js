const chinese = document.documentElement.lang.startsWith('zh');

export const isChinese = () => chinese;

/** A bpmn.io module that says what its libraries say in the page's language. */
export function translateWith(dictionary) {
  const translate = (template, values = {}) =>
    ((chinese && dictionary[template]) || template).replace(/{([^}]+)}/g, (_, name) => values[name] ?? `{${name}}`);
  return { translate: ['value', translate] };
}
