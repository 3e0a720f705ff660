// Fills in the code of an invitation from the link's fragment, which no server sees, and takes it out of the address.
const field = document.getElementById("inviteCode");
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[0-9A-Za-z\s-]{26,60}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
  field.form.querySelector("button").focus();
}
