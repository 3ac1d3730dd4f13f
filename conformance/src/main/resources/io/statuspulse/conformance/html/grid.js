"use strict";
(() => {
  // The address says what is shown: #signature/missing?show=differs&area=signature&words=forged
  const follow = filtering({
    names: ["show", "area", "words"],
    selector: "tr.row",
    areaSelector: "tbody[data-area]",
    readChoice: form => ({ show: form.elements.show.value }),
    writeChoice: (form, filter) => {
      form.querySelectorAll("input[name=show]").forEach(button => {
        button.checked = button.value === filter.show;
      });
      if (!form.querySelector("input[name=show]:checked")) {
        form.querySelector("input[name=show]").checked = true;
      }
    },
    isChosen: (row, filter) => !filter.show || row.dataset[filter.show] === "true",
    textOf: row => row.textContent,
    arrive: row => {
      row.scrollIntoView({ block: "center" });
      row.querySelector("a").focus({ preventScroll: true });
    },
  });

  follow();
})();
