/** The verbs of the order bar as the real server lists them. */

const verb = (code, name, label, key, needs_team, needs_area, help, values = []) => ({
  code,
  name,
  label,
  group: /^\d$/.test(key) ? "Main" : "Teams",
  key,
  needs_team,
  needs_other: name === "secure_rtf" ? "rtf" : "no",
  needs_area,
  values,
  preset: "",
  help,
});

export const VERBS = [
  verb(1, "contact", "Contact", "1", "police", "any", "Go to the threat and stay on it"),
  verb(2, "hold", "Hold", "2", "police", "any", "Go there and hold it"),
  verb(3, "clear", "Clear", "3", "police", "any", "Search it and report what is there"),
  verb(4, "treat", "Treat", "4", "any", "any", "Stop bleeding, sort by colour"),
  verb(5, "carry", "Carry", "5", "any", "any", "Carry casualties to the collection point"),
  verb(6, "declare_zone", "Zone", "6", "no", "any", "Declare ground hot, warm or cold", [
    "hot",
    "warm",
    "cold",
  ]),
  verb(7, "build_corridor", "Corridor", "7", "police", "no", "Give this team to the corridor"),
  verb(8, "clear_rtf_in", "RTF in", "8", "rtf", "any", "Let the rescue task force enter"),
  verb(9, "hold_rtf", "RTF wait", "9", "rtf", "no", "Let the rescue task force wait"),
  verb(15, "declare_threat", "Threat", "0", "no", "no", "Say what you hold the threat to be", [
    "ongoing",
    "contained",
    "unknown",
    "over",
  ]),
  verb(0, "take_command", "Command", "shift+1", "no", "no", "Say that you command inside", [
    "inside",
    "post",
  ]),
  verb(10, "secure_rtf", "Escort", "shift+2", "police", "no", "Go with the RTF as security"),
  verb(11, "set_ccp", "CCP", "shift+3", "no", "any", "Set the casualty collection point"),
  verb(12, "set_aep", "AEP", "shift+4", "no", "vehicle", "Set the ambulance exchange point"),
  verb(13, "stage", "Stage", "shift+5", "any", "no", "Go to staging and wait"),
  verb(14, "withdraw", "Withdraw", "shift+6", "any", "no", "Come out"),
  verb(16, "ask_report", "Report?", "shift+7", "any", "no", "Ask what they see"),
  verb(18, "break_corridor", "No corridor", "shift+8", "no", "no", "Give the corridor up"),
];

export const DOING = {
  contact: "going to contact",
  hold: "holding",
  clear: "clearing",
  treat: "treating",
  carry: "carrying",
  build_corridor: "corridor post",
  clear_rtf_in: "going in",
  hold_rtf: "waiting, told to hold",
  secure_rtf: "RTF security",
  stage: "going to staging",
  withdraw: "withdrawing",
};
