import './tools.css';

/** A bar of buttons above what is edited, and a word about what is not saved yet. */
export function toolbar() {
  const bar = document.createElement('div');
  bar.className = 'grid-tools';
  const button = (text, press, more = '') => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = `btn ${more}`;
    made.textContent = text;
    made.addEventListener('click', press);
    bar.append(made);
    return made;
  };
  const note = () => {
    const made = document.createElement('span');
    made.className = 'quiet';
    made.setAttribute('role', 'status');
    bar.append(made);
    return made;
  };
  return { bar, button, note };
}
