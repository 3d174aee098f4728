import { createForm } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/l10n/zh.js';
import './form.css';
import chinese from './form-chinese.js';
import { isChinese, translateWith } from './language.js';
import { csrfHeaders } from '../habits/requests.js';
import { keepToast } from '../habits/toasts.js';
import { keepDrafts } from './draft.js';

/**
 * A Camunda form. data-source answers {schema, data}; a <form> around it posts the answers as JSON to its action and
 * goes to the page the server names. data-draft is where what was typed is kept until then.
 */
export default async function showForm(place) {
  if (isChinese()) flatpickr.localize(Mandarin);
  const { schema, data } = await load(place.dataset.source);
  const form = await createForm({
    container: place,
    schema,
    data,
    properties: { readOnly: 'readOnly' in place.dataset },
    additionalModules: [translateWith(chinese)],
  });
  const frame = place.closest('form');
  if (place.dataset.draft) keepDrafts(form, frame, place.dataset.draft);
  frame?.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form, frame, event.submitter);
  });
}

async function load(source) {
  const answer = await fetch(source, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
  return answer.json();
}

async function submit(form, frame, button) {
  const { data, errors } = form.submit();
  if (Object.keys(errors).length > 0) {
    frame.querySelector('.fjs-has-errors input, .fjs-has-errors select, .fjs-has-errors textarea')?.focus();
    return;
  }
  showProblem(frame, '');
  if (button) button.disabled = true;
  try {
    const answer = await fetch(frame.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrfHeaders() },
      body: JSON.stringify(data),
    });
    const { next, message, detail, errors: refused } = await answer.json();
    if (answer.ok) {
      keepToast(message);
      location.assign(next);
      return;
    }
    showProblem(frame, detail, markFields(form, refused ?? []));
    // somebody was faster: what was typed stays, the list beside it is looked at again
    if (answer.status === 409) document.body.dispatchEvent(new CustomEvent('live:tasks'));
  } catch {
    showProblem(frame, document.body.dataset.offlineText);
  }
  if (button) button.disabled = false;
}

/** @return what is wrong with fields that this form does not show */
function markFields(form, refused) {
  const shown = form.get('formFieldRegistry').getAll();
  const errors = {};
  const elsewhere = [];
  for (const { field, message } of refused) {
    const known = shown.find(({ key }) => key === field);
    if (known) (errors[known.id] ??= []).push(message);
    else elsewhere.push(`${field}：${message}`);
  }
  form._setState({ errors });
  return elsewhere;
}

function showProblem(frame, text, more = []) {
  const box = frame.querySelector('[data-problem]');
  box.textContent = [text, ...more].filter(Boolean).join(' ');
  box.hidden = !box.textContent;
}
