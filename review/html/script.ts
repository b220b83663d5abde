/**
 * The behaviour of a page with changes: filters, and links that open what they lead to. Plain and old JavaScript: it stands in the page
 * as it is written here, and its hash in the page's policy. It writes texts only, never HTML.
 */
export const SCRIPT = `
(function () {
  'use strict';
  var changes = JSON.parse(document.getElementById('data').textContent).changes;
  var form = document.getElementById('filters');
  var rows = Array.prototype.slice.call(document.querySelectorAll('[data-change]'));
  var groups = Array.prototype.slice.call(document.querySelectorAll('[data-group]'));
  var texts = [];

  function textOf(place) {
    if (texts[place] === undefined) texts[place] = JSON.stringify(changes[place]).toLowerCase();
    return texts[place];
  }

  function apply() {
    var words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean).map(function (word) {
      return JSON.stringify(word).slice(1, -1);
    });
    var action = form.elements.action.value;
    var stack = form.elements.stack.value;
    var stateful = form.elements.stateful.checked;
    var shown = 0;
    rows.forEach(function (row) {
      var place = Number(row.getAttribute('data-change'));
      var change = changes[place];
      var fits = (action === '' || change.action === action) && (stack === '' || change.stack === stack) &&
        (!stateful || change.stateful !== undefined) &&
        words.every(function (word) { return textOf(place).indexOf(word) >= 0; });
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    groups.forEach(function (group) {
      var all = group.querySelectorAll('[data-change]').length;
      var fitting = all - group.querySelectorAll('[data-change][hidden]').length;
      group.hidden = fitting === 0;
      group.querySelector('[data-fits]').textContent = fitting === all ? '' : fitting + ' of ' + all + ' shown';
    });
    document.getElementById('none').hidden = shown > 0;
    document.getElementById('shown').textContent = shown === rows.length
      ? rows.length + (rows.length === 1 ? ' change' : ' changes') : shown + ' of ' + rows.length + ' changes';
  }

  function reset() {
    form.reset();
    apply();
  }

  function openTarget() {
    var target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest('[hidden]')) reset();
    for (var at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    target.scrollIntoView();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    document.getElementById('unfold').addEventListener('click', function (event) {
      var open = event.target.getAttribute('aria-pressed') !== 'true';
      event.target.setAttribute('aria-pressed', String(open));
      document.querySelectorAll('#groups details').forEach(function (each) { each.open = open; });
    });
    document.querySelectorAll('[data-reset]').forEach(function (button) { button.addEventListener('click', reset); });
    document.querySelectorAll('[data-stack]').forEach(function (link) {
      link.addEventListener('click', function () {
        form.reset();
        form.elements.stack.value = link.getAttribute('data-stack');
        apply();
      });
    });
    apply();
  }
  // The same link a second time changes no hash.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) openTarget();
  });
  window.addEventListener('hashchange', openTarget);
  openTarget();
})();
`;
