"use strict";

/**
 * Shows what fits the page's form, and keeps the form and the address alike, so that a link shows the same again:
 * #signature/missing?area=signature&words=forged
 *
 * @param names what the address tells of a filter, in this order; area and words are in every form
 * @param selector what is shown or not; each is in an element with data-area, or is one
 * @param areaSelector what is left out with the last of them
 * @param readChoice what the form says of the other names
 * @param writeChoice the other way round
 * @param isChosen whether one of them fits that
 * @param textOf what is looked through for words
 * @param arrive goes to the one that the address names
 * @returns what follows the address; to be called when the page is ready
 */
function filtering({ names, selector, areaSelector, readChoice, writeChoice, isChosen, textOf, arrive }) {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const areas = [...document.querySelectorAll(areaSelector)];
  const items = [...document.querySelectorAll(selector)];
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
    for (const name of names) {
      filter[name] = parameters.get(name) || "";
    }
    return { place: decode(place), filter, filtered: query !== undefined };
  }

  function address(place, filter) {
    const query = names.filter(name => filter[name])
      .map(name => name + "=" + encodeURIComponent(filter[name]).replace(/%2C/g, ","))
      .join("&");
    return "#" + place + (query ? "?" + query : "");
  }

  function readForm() {
    return { ...readChoice(form), area: form.elements.area.value, words: form.elements.words.value.trim() };
  }

  function writeForm(filter) {
    writeChoice(form, filter);
    form.elements.area.value = filter.area;
    if (form.elements.area.selectedIndex < 0) {
      form.elements.area.value = "";
    }
    if (form.elements.words.value.trim() !== filter.words) {
      form.elements.words.value = filter.words;
    }
  }

  function keptTextOf(item) {
    if (!texts.has(item)) {
      texts.set(item, textOf(item).toLowerCase());
    }
    return texts.get(item);
  }

  function fits(item, filter) {
    const text = filter.words ? keptTextOf(item) : "";
    return isChosen(item, filter)
      && (!filter.area || filter.area === item.closest("[data-area]").dataset.area)
      && filter.words.toLowerCase().split(/\s+/).every(word => text.includes(word));
  }

  /** Shows what fits, and the one that the address names although it may not. */
  function show(filter, target) {
    let number = 0;
    let extra = "";
    for (const item of items) {
      const fit = fits(item, filter);
      number += fit ? 1 : 0;
      if (!fit && item === target) {
        extra = ", and " + target.id + ", which was linked to";
      }
      item.hidden = !fit && item !== target;
    }
    for (const area of areas) {
      area.hidden = !area.querySelector(selector + ":not([hidden])");
    }
    const all = items.length;
    shown.textContent = (number === all ? "All " + all : number + " of " + all) + " scenarios are shown" + extra;
  }

  function mark(target) {
    document.querySelectorAll(".here").forEach(other => other.classList.remove("here"));
    target.classList.add("here");
    arrive(target);
  }

  function follow() {
    const { place, filter, filtered } = readAddress();
    const element = place ? document.getElementById(place) : null;
    const target = element && element.matches(selector) ? element : null;
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

  document.documentElement.classList.add("script");
  form.addEventListener("input", filterAgain);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filterAgain));
  addEventListener("hashchange", follow);
  // The browser follows the address by itself when it has loaded the page, and takes the focus away.
  addEventListener("load", follow);
  return follow;
}
