// The code stands after #, which a browser sends to nobody. It goes into the form, out of the address and the history,
// and is sent in the body of a POST.
"use strict";
const code = location.hash.slice(1);
if (code) {
  history.replaceState(null, "", location.pathname);
  document.getElementById("code").value = code;
  document.getElementById("link").requestSubmit();
}
