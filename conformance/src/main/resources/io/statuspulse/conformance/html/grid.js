"use strict";
(() => {
  document.documentElement.classList.add("script");

  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const areas = [...document.querySelectorAll("tbody[data-area]")];
  const rows = [...document.querySelectorAll("tr.row")];

  // The address says what is shown: #signature/missing?show=differs&area=signature&words=forged
  const NAMES = ["show", "area", "words"];
  const texts = new Map();

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  function readAddress() {
    const [place, query] = location.hash.slice(1).split(/\?(.*)/s);
    const parameters = new URLSearchParams(query || "");
    const filter = {};
    for (const name of NAMES) {
      filter[name] = parameters.get(name) || "";
    }
    return { place: decode(place), filter, filtered: query !== undefined };
  }

  function address(place, filter) {
    const query = NAMES.filter(name => filter[name])
      .map(name => name + "=" + encodeURIComponent(filter[name]))
      .join("&");
    return "#" + place + (query ? "?" + query : "");
  }

  function readForm() {
    return {
      show: form.elements.show.value,
      area: form.elements.area.value,
      words: form.elements.words.value.trim(),
    };
  }

  function writeForm(filter) {
    form.querySelectorAll("input[name=show]").forEach(button => {
      button.checked = button.value === filter.show;
    });
    if (!form.querySelector("input[name=show]:checked")) {
      form.querySelector("input[name=show]").checked = true;
    }
    form.elements.area.value = filter.area;
    if (form.elements.area.selectedIndex < 0) {
      form.elements.area.value = "";
    }
    if (form.elements.words.value.trim() !== filter.words) {
      form.elements.words.value = filter.words;
    }
  }

  function textOf(row) {
    if (!texts.has(row)) {
      texts.set(row, row.textContent.toLowerCase());
    }
    return texts.get(row);
  }

  function fits(row, filter) {
    const text = filter.words ? textOf(row) : "";
    return (!filter.show || row.dataset[filter.show] === "true")
      && (!filter.area || filter.area === row.parentElement.dataset.area)
      && filter.words.toLowerCase().split(/\s+/).every(word => text.includes(word));
  }

  /** Shows what fits, and the scenario that the address names although it may not. */
  function show(filter, target) {
    let number = 0;
    let extra = "";
    for (const row of rows) {
      const fit = fits(row, filter);
      number += fit ? 1 : 0;
      if (!fit && row === target) {
        extra = ", and " + target.id + ", which was linked to";
      }
      row.hidden = !fit && row !== target;
    }
    for (const area of areas) {
      area.hidden = !area.querySelector("tr.row:not([hidden])");
    }
    shown.textContent = (number === rows.length ? "All " + number : number + " of " + rows.length)
      + " scenarios are shown" + extra;
  }

  function mark(target) {
    document.querySelectorAll(".here").forEach(other => other.classList.remove("here"));
    target.classList.add("here");
    target.scrollIntoView({ block: "center" });
    target.querySelector("a").focus({ preventScroll: true });
  }

  function follow() {
    const { place, filter, filtered } = readAddress();
    const element = place ? document.getElementById(place) : null;
    const target = element && element.classList.contains("row") ? element : null;
    // A plain link to a place leaves the filters as they are.
    writeForm(filtered || !place ? filter : readForm());
    show(readForm(), target);
    if (target) {
      mark(target);
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

  follow();
  // The browser follows the address by itself when it has loaded the page, and takes the focus away.
  addEventListener("load", follow);
})();
