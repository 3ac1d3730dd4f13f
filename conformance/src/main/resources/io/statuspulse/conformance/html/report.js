"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("script");

  const byId = id => document.getElementById(id);
  const form = byId("filters");
  const shown = byId("shown");
  const areas = [...document.querySelectorAll(".area")];
  const scenarios = [...document.querySelectorAll(".scenario")];

  // The address says what is shown: #scenario/id?outcome=failed,warned&level=MUST&area=signature&words=forged
  const NAMES = ["outcome", "level", "area", "words"];

  function readAddress() {
    const [place, query] = location.hash.slice(1).split(/\?(.*)/s);
    const parameters = new URLSearchParams(query || "");
    const filter = {};
    for (const name of NAMES) {
      filter[name] = parameters.get(name) || "";
    }
    return { place: decode(place), filter, filtered: query !== undefined };
  }

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  function address(place, filter) {
    const query = NAMES.filter(name => filter[name])
      .map(name => name + "=" + encodeURIComponent(filter[name]).replace(/%2C/g, ","))
      .join("&");
    return "#" + place + (query ? "?" + query : "");
  }

  // --- Filters

  function checked(name) {
    return [...form.querySelectorAll("input[name=" + name + "]:checked")].map(box => box.value).join(",");
  }

  function readForm() {
    return {
      outcome: checked("outcome"),
      level: checked("level"),
      area: form.elements.area.value,
      words: form.elements.words.value.trim(),
    };
  }

  function writeForm(filter) {
    for (const name of ["outcome", "level"]) {
      const wanted = filter[name].split(",");
      form.querySelectorAll("input[name=" + name + "]").forEach(box => {
        box.checked = wanted.includes(box.value);
      });
    }
    form.elements.area.value = filter.area;
    if (form.elements.area.selectedIndex < 0) {
      form.elements.area.value = "";
    }
    if (form.elements.words.value.trim() !== filter.words) {
      form.elements.words.value = filter.words;
    }
  }

  const texts = new Map();

  /** What is looked through for words: all that is told of a scenario, without what was on the wire. */
  function textOf(scenario) {
    if (!texts.has(scenario)) {
      const parts = scenario.querySelectorAll("summary, .requirement, .facts, .edits");
      texts.set(scenario, [...parts].map(part => part.textContent).join(" ").toLowerCase());
    }
    return texts.get(scenario);
  }

  function fits(scenario, filter) {
    const data = scenario.dataset;
    const text = filter.words ? textOf(scenario) : "";
    return (!filter.outcome || filter.outcome.split(",").includes(data.outcome))
      && (!filter.level || filter.level.split(",").includes(data.level))
      && (!filter.area || filter.area === data.area)
      && filter.words.toLowerCase().split(/\s+/).every(word => text.includes(word));
  }

  /** Shows what fits, and the scenario that the address names although it may not. */
  function show(filter, target) {
    let number = 0;
    let extra = "";
    for (const scenario of scenarios) {
      const fit = fits(scenario, filter);
      number += fit ? 1 : 0;
      if (!fit && scenario === target) {
        extra = ", and " + target.id + ", which was linked to";
      }
      scenario.hidden = !fit && scenario !== target;
    }
    for (const area of areas) {
      area.hidden = !area.querySelector(".scenario:not([hidden])");
    }
    const all = scenarios.length;
    shown.textContent = (number === all ? "All " + all : number + " of " + all) + " scenarios are shown" + extra;
  }

  function open(scenario) {
    document.querySelectorAll(".here").forEach(other => other.classList.remove("here"));
    scenario.classList.add("here");
    scenario.open = true;
    scenario.scrollIntoView();
    scenario.querySelector("summary").focus({ preventScroll: true });
  }

  function follow() {
    const { place, filter, filtered } = readAddress();
    const element = place ? byId(place) : null;
    const target = element && element.classList.contains("scenario") ? element : null;
    // A plain link to a place leaves the filters as they are.
    const wanted = filtered || !place ? filter : readForm();
    writeForm(wanted);
    show(readForm(), target);
    if (target) {
      open(target);
    } else if (element) {
      element.scrollIntoView();
    }
    if (place && !filtered) {
      history.replaceState(null, "", address(place, readForm()));
    }
  }

  function filterAgain() {
    const filter = readForm();
    show(filter, null);
    history.replaceState(null, "", address("scenarios", filter));
  }

  form.addEventListener("input", filterAgain);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filterAgain));
  addEventListener("hashchange", follow);
  byId("open").addEventListener("click", () => setOpen(true));
  byId("close").addEventListener("click", () => setOpen(false));

  function setOpen(value) {
    for (const scenario of scenarios) {
      if (!value || !scenario.hidden) {
        scenario.open = value;
      }
    }
  }

  document.querySelectorAll("a[data-filter]").forEach(link => {
    link.href = "#scenarios?" + link.dataset.filter;
  });

  // --- Languages: one choice for the whole page, kept for the next one

  const KEY = "statuspulse-language";
  let language = recall() || "java";

  function recall() {
    try {
      return localStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  function choose(chosen) {
    language = chosen;
    try {
      localStorage.setItem(KEY, chosen);
    } catch (refused) {
      // A page from a disk may not be allowed to keep anything.
    }
    document.querySelectorAll(".tabs").forEach(select);
  }

  function select(tabs) {
    const buttons = [...tabs.children];
    const chosen = buttons.find(button => button.dataset.language === language) || buttons[0];
    for (const button of buttons) {
      const selected = button === chosen;
      button.setAttribute("aria-selected", String(selected));
      button.tabIndex = selected ? 0 : -1;
      byId(button.getAttribute("aria-controls")).hidden = !selected;
    }
  }

  let made = 0;

  function makeTabs(mend) {
    if (mend.querySelector(".tabs")) {
      return;
    }
    const tabs = document.createElement("div");
    tabs.className = "tabs";
    tabs.setAttribute("role", "tablist");
    tabs.setAttribute("aria-label", "Language");
    for (const panel of [...mend.children]) {
      made += 1;
      const button = document.createElement("button");
      button.type = "button";
      button.id = "tab-" + made;
      button.textContent = panel.querySelector("b").textContent;
      button.dataset.language = panel.dataset.language;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-controls", "hint-" + made);
      panel.id = "hint-" + made;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
      tabs.append(button);
    }
    mend.prepend(tabs);
    select(tabs);
    tabs.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (button) {
        choose(button.dataset.language);
      }
    });
    tabs.addEventListener("keydown", event => {
      const buttons = [...tabs.children];
      const at = buttons.indexOf(event.target);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        const next = buttons[(to + buttons.length) % buttons.length];
        choose(next.dataset.language);
        next.focus();
      }
    });
  }

  const makeAllTabs = within => within.querySelectorAll(".mend").forEach(makeTabs);

  document.querySelectorAll(".finding").forEach(makeAllTabs);
  // A closed scenario's are made when it opens: there are hundreds.
  document.addEventListener("toggle", event => {
    if (event.target.open && event.target.classList.contains("scenario")) {
      makeAllTabs(event.target);
    }
  }, true);

  // --- Paper: what went wrong is open on it

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = scenarios.filter(scenario => !scenario.open && scenario.matches(".failed, .stale-waiver, .warned, .inconclusive"));
    opened.forEach(scenario => { scenario.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.forEach(scenario => { scenario.open = false; });
  });

  follow();
  // The browser follows the address by itself when it has loaded the page, and takes the focus away.
  addEventListener("load", follow);
})();
