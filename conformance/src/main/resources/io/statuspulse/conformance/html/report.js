"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const scenarios = [...document.querySelectorAll(".scenario")];

  // --- Filters
  // The address says what is shown: #scenario/id?outcome=failed,warned&level=MUST&area=signature&words=forged

  const CHOICES = ["outcome", "level"];

  function checked(form, name) {
    return [...form.querySelectorAll("input[name=" + name + "]:checked")].map(box => box.value).join(",");
  }

  const follow = filtering({
    names: [...CHOICES, "area", "words"],
    selector: ".scenario",
    areaSelector: ".area",
    readChoice: form => Object.fromEntries(CHOICES.map(name => [name, checked(form, name)])),
    writeChoice: (form, filter) => {
      for (const name of CHOICES) {
        const wanted = filter[name].split(",");
        form.querySelectorAll("input[name=" + name + "]").forEach(box => {
          box.checked = wanted.includes(box.value);
        });
      }
    },
    isChosen: ({ dataset }, filter) => CHOICES.every(name => !filter[name] || filter[name].split(",").includes(dataset[name])),
    // All that is told of a scenario, without what was on the wire.
    textOf: scenario => [...scenario.querySelectorAll("summary, .requirement, .facts, .edits")]
      .map(part => part.textContent).join(" "),
    arrive: scenario => {
      scenario.open = true;
      scenario.scrollIntoView();
      scenario.querySelector("summary").focus({ preventScroll: true });
    },
  });

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
})();
