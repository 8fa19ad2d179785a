"""The compiled kernel: numbers only, one function moves time.

Where to read, subject by subject; each module's first line says what it holds.

What there is: `arrays`, `people_arrays` (all that changes), `world_arrays` (all that does not),
`codes`, `outcomes`, `digest`.
How time moves: `events` (the calendar and the order of kinds), `advance` (what each kind does).
How it starts, and starts otherwise: `setup`, `draws`, `arithmetic`, `branch`, `latent`, `heard`.
The hazard: `hazard`, `reach`, `contact`, `cover`, `alarms`, `device`.
Casualties: `casualties`, `physiology`, `people`, `care`, `priority`, `walking`.
People who are not hurt: `uninjured`, `coming_out`, `leading`, `callers`.
Who comes, with what: `arrivals`, `vehicles`, `police_car`, `transport`, `hospitals`.
How teams move: `movement` (the next leg), `stretch` (quiet ground in one event), `pace`, `crowd`,
`crossing` (teams that meet unannounced), `entry` (the way in).
Teams and what they do: `teams`, `tasks` (the next step of each task), `ground_tasks`, `standing`,
`joining`, `holding`, `marks`, `perimeter`, `corridor`, `onward`, `letting_go`, `down`.
What teams do unasked: `initiative`, `plans`, `senior`.
Declared ground: `zones`.
Orders: `orders` (given), `refusals`, `team_refusals`, `profile` (why not), `obedience` (heard),
`team_orders`, `rtf_orders`, `word`, `command_words`.
What is said: `reports`, `first_reports`, `radio` (who hears what), `saying` (how orders travel),
`lanes`, `transmissions`, `unanswered`, `runners`, `errands`.
What a seat knows: `beliefs`, `sources`, `counting`, `people_heard`, `view`.
Who commands: `transfer`, `handover`, `together`, `roles`, `parts`, `span`, `attention`, `lapses`.
The machinery: `compiled` (the mark), `compiler`, `front_end`, `pointers`, `native`, `fingerprint`.
"""
