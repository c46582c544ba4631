/// The script that all pages share.
enum PageScript {
  /// Switches between languages, and remembers nothing. What is printed though folded is unfolded for the printer, in
  /// browsers whose styles cannot reach into a fold.
  static let text = """
    (function () {
      var folded = [];
      window.addEventListener("beforeprint", function () {
        folded = Array.from(document.querySelectorAll("details.print:not([open])"));
        folded.forEach(function (details) { details.open = true; });
      });
      window.addEventListener("afterprint", function () {
        folded.forEach(function (details) { details.open = false; });
        folded = [];
      });
      var bar = document.querySelector("nav.languages");
      if (!bar) return;
      bar.hidden = false;
      bar.addEventListener("click", function (event) {
        var language = event.target.getAttribute("data-language");
        if (!language) return;
        document.querySelectorAll("main").forEach(function (main) { main.hidden = main.lang !== language; });
        bar.querySelectorAll("button").forEach(function (button) {
          button.setAttribute("aria-pressed", String(button === event.target));
        });
        document.documentElement.lang = language;
        document.title = event.target.getAttribute("data-title");
      });
    })();

    """
}
