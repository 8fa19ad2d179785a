"""Every table of the state, declared once; people and what takes them away in `people_arrays`.

A field's unit is in its name; its meaning and shape stand on its line. An index or a time is `-1`
for none unless its line says otherwise; `_ms` counts from the first call; a capitalised word is the
enum whose code it holds, and what has no unit in its name is a number of things or has none. All
tables of `State` are views of one contiguous buffer. What does not change is in `world_arrays`.
"""

from typing import NamedTuple

import numpy as np

i4, i8, u8, f8 = np.int32, np.int64, np.uint64, np.float64

SEATS = 2
LOAD = 2  # casualties that one team carries at once: an assumption, two bearers to each
CHAIN = 64  # areas that a corridor may pass through
POSTS = 16  # posts that a corridor may have
WAY = 8  # areas that a team may have ahead of it in one stretch
HAZARDS = 2  # the first hazard, and a second one where a report of it is true
REACH = 64  # areas that may lie in reach at once
ORDERS_AT_ONCE = 8  # orders that an automatic seat may think of at one decision
CHANNELS = 3  # radio channels: those of `codes.Lane` before HANDED_ON
LANES = CHANNELS + 1  # and HANDED_ON: what is under way by other means

CLOCK = np.dtype(  # one row
    [
        ("seed", u8),  # of all luck of the incident
        ("epoch", i8),  # which luck is in force: 0 from the start, another after a branch
        ("last_event_ms", i8),  # time of the last event handled, never a stop
        ("events", i8),  # events handled
        ("defect", i4),  # Defect, 0 none
        ("reports", i4),  # rows in use
        ("orders", i4),  # rows in use
        ("person_count", i4),  # people in use
        ("deciding", i4),  # the seat that `advance` stopped for
        ("arrivals_staged", i4),  # 1 whoever comes has heard to wait at staging
        ("hot_areas", i4),  # areas that the channel has heard called hot
        ("passing_ms", i8),  # no team comes through an area of its stretch before
    ],
    align=True,
)

HAZARD = np.dtype(  # one row per hazard
    [
        ("state", i4),  # HazardState
        ("area", i4),  # where it is
        ("last_heard_area", i4),  # where it was last noisy, -1 never
        ("changes", i4),  # transitions so far
        ("moves", i4),  # times that it moved, or had nowhere to move to
        ("contact_officers", i4),  # officers in reach of it who act on it now
        ("contact", f8),  # integrated hazard of its end by officers in contact, settled
        ("contact_threshold", f8),  # at which they end it: a draw with mean 1
        ("contact_since_ms", i8),  # when that was settled
        ("active_until_ms", i8),  # scheduled end of activity, kept while contained
        ("over_ms", i8),  # -1 while it is not over
        ("silent_ms", i8),  # when it last fell silent
        ("contained_ms", i8),  # when it was last contained
        ("pinned", i4),  # 1 contained by officers in contact rather than by held openings
    ],
    align=True,
)

GROUND = np.dtype(  # one row per area
    [
        ("exposure", f8),  # 0 out of reach, 1 a hazard is here: the greater of `reach`
        ("before", f8),  # exposure before the reach was last worked out
        ("reach", f8, (HAZARDS,)),  # exposure to each hazard
        ("held_officers", i4),  # officers holding it as task
        ("cars", i4),  # police cars parked
        ("blocking", i4),  # of them, cars that block the way for ambulances
        ("entry_ms", i8),  # when officers last walked in
        ("entry_team", i4),  # -1 nobody yet
        ("entry_from", i4),  # the area that they came from
        ("device", i4),  # 1 to be cleared: a device has been found here or next door
        ("held_ms", i8),  # when it was last given up by those who held it, -1 never held
        ("lane", i4),  # 1 part of the corridor's chain
        ("first_unhurt", i4),  # first latent person who starts here, -1 none
        ("uninjured", i4),  # people there who are not hurt, beside those of `people`
        ("sheltering", i4),  # 1 they hide, or were told to stay
        ("alarmed_ms", i8),  # when they took in that the threat was in reach, -1 not
        ("crowded_ms", i8),  # people stream through until then
        ("searched_ms", i8),  # when a team last searched it, -1 never
        ("tended", i4),  # 1 a crew has treated all whom it found there
        ("last_said", i8),  # casualty counts last put on the air, packed
        ("first_person", i4),  # the first of those lying here, by index
    ],
    align=True,
)

REACHED = np.dtype(  # one row: the ground in reach of any hazard
    [
        ("count", i4),  # areas in use
        ("area", i4, (REACH,)),
    ],
    align=True,
)

ZONE = np.dtype(  # one row per area
    [
        ("zone", i4),  # Zone as declared by the Tactical seat
        ("medics_zone", i4),  # Zone that medics have heard of
        ("owner", i4),  # seat that declared it
        ("since_ms", i8),  # declared
        ("heard_ms", i8),  # heard by medics, -1
        ("device", i4),  # 1 the channel has heard of a device here or next door
    ],
    align=True,
)

TEAM = np.dtype(  # one row per car-load or crew
    [
        ("agency", i4),  # index
        ("discipline", i4),  # Discipline
        ("number", i4),  # number within the agency, from 1
        ("people", i4),  # on arrival
        ("able", i4),  # not hurt, not given to another duty
        ("away", i4),  # of its people, those under way as runners
        ("phase", i4),  # Phase
        ("task", i4),  # Task
        ("area", i4),  # where it stands, or began the leg being walked
        ("next_area", i4),  # end of the leg being walked
        ("goal_area", i4),  # where it is walking to
        ("target_area", i4),  # what its task is about
        ("focus_area", i4),  # the room of a wing it works on now
        ("home_area", i4),  # where it arrived
        ("last_area", i4),  # where it stood before
        ("via_area", i4),  # on the way round hot ground, -1 straight on
        ("holding_area", i4),  # ground it is counted as holding, -1 none
        ("holding", i4),  # officers counted there
        ("crossings", i4),  # times it met others unannounced
        ("leads_out", i4),  # 1 it takes uninjured people out, 0 it has them stay
        ("guards_from", i4),  # where it stands guard, -1 nowhere
        ("guards", i4),  # the area whose ways out it guards from there
        ("device_since_ms", i8),  # beside a device since, -1 not
        ("device_ms", i8),  # person-milliseconds beside a device so far
        ("contact", i4, (HAZARDS,)),  # officers counted as acting on each hazard
        ("in_lane", i4),  # 1 it carries through the corridor
        ("partner", i4),  # an RTF's security, or the RTF it secures
        ("cleared_area", i4),  # where an RTF may go, -1 not cleared
        ("held_by", i4),  # order that lets it wait for a time, -1 none
        ("held_area", i4),  # where it might go before that, -1 nowhere
        ("movement", i4),  # Movement that it was cleared with
        ("waits_for", i4),  # ground that it will not walk through as things are, -1 none
        ("load_count", i4),  # people carried, or being lifted
        ("load", i4, (LOAD,)),  # which
        ("work", i4),  # Work in hand
        (
            "next_order",
            i4,
        ),  # order to obey once the load is down, or the care in hand given, -1 none
        ("busy_said", i4),  # 1 it has told command that it is done
        ("went_on", i4),  # places that a crew went on to by itself since it was last told
        ("leg_ms", i8),  # when the leg began
        ("leg_end_ms", i8),  # when it ends, -1 it stands; State.walking holds the same
        ("way_area", i4, (WAY,)),  # ends of the legs of its stretch after this one
        ("way_ms", i8, (WAY,)),  # when they end
        ("way_first", i4),  # the next of them
        ("way_count", i4),  # of them, in use
        ("search_ms", i8),  # how long it will search where its stretch ends, 0 it will not
        ("since_ms", i8),  # when the task began
        ("arrived_ms", i8),  # when it came on scene
        ("asked_ms", i8),  # an RTF's first unanswered request, -1 none
        ("untasked_since_ms", i8),  # -1 while it has a task
        ("untasked_officer_ms", i8),  # officer-milliseconds without a task so far
        ("exposure", f8),  # integrated towards responders' thresholds
        ("exposure_rate_per_min", f8),
        ("exposure_since_ms", i8),  # when that was settled
        ("hurt", i4),  # of its people, hurt so far
        ("initiatives", i4),  # draws made of its own accord
        ("self_directed", i4),  # 1 it acts unasked
        ("waited", i4),  # 1 it has waited at the door unasked
        ("called", i4),  # 0 not, 1 asked for, 2 on its way: of who comes only when called
        ("linked", i4),  # 1 known for officers; plain clothes are not (0) until they link up
        ("joins", i4),  # team that it is to link up with, -1 none
        ("merges", i4),  # 1 and to become part of
        ("merged", i4),  # team that it has become part of, -1 none
        ("works_for", i4),  # team that it was assigned to, -1 none
        ("at_wounded", i4),  # AtWounded, on its way to the threat or searching
        ("start_ms", i8),  # until it is ready for the first leg or work after an order
        ("roster", i4),  # times that others joined it
        ("roster_people", i4),  # members since then
        ("roster_hurt", i4),  # of them hurt
        ("drawn_ms", i8),  # when it was last drawn to a hurt responder, -1 never
        ("works", i4),  # pieces of work begun
        ("said_ms", i8),  # last report it sent
        ("spoken", i4),  # times it has spoken on the air
        ("on_air", i4),  # first report of its transmission that waits or is being said, -1
        ("on_air_lane", i4),  # the channel of that
        ("senior", i4),  # 1 a supervisor came with it and has no part yet, 2 has one
        ("role", i4),  # Role that it was appointed to
        ("post_area", i4),  # where its leader stands who controls that area alone, -1 nowhere
        ("plan_until_ms", i8),  # it knows the plan until then, 0 never heard it
        ("plan_area", i4),  # where it last turned to casualties by that plan, -1 nowhere
    ],
    align=True,
)

REPORT = np.dtype(  # append-only
    [
        ("kind", i4),  # ReportKind
        ("team", i4),  # who speaks, -1 no team: `source` says who
        ("area", i4),  # of which it speaks
        ("source", i4),  # Source
        ("status", i4),  # ThreatStatus, Task, reason: by kind
        ("counts", i4, (4,)),  # red, yellow, green, grey seen
        ("uninjured", i4),  # people seen who are not hurt
        ("able", i4),  # able members of the team that speaks
        ("flag", i4),  # by kind: 1 whole wing searched, posts held, -1 goes on with its task
        ("observed_ms", i8),  # when that was so
        ("sent_ms", i8),  # when its speaker had it to say
        ("channel", i4),  # where it was first said on the air to the end, -1 not on the air
        ("spoken_ms", i8),  # when that was, -1
        ("heard_ms", i8, (SEATS,)),  # by seat, -1 not heard
        ("told", i4),  # the first report of the world that it passes on, -1 none
        ("about", i4),  # the report that it answers for, -1 none
        ("aged_ms", i8),  # when Tactical learnt how old its picture is, -1 not
        ("misplaced", i4),  # 1 Tactical does not take in where the team is
        ("tries", i4),  # times it was said and not acknowledged
        ("then", i4),  # report said after it in the same transmission, -1
    ],
    align=True,
)

ORDER = np.dtype(  # append-only
    [
        ("seat", i4),  # Seat that gave it
        ("verb", i4),  # Verb
        ("team", i4),  # whom it is for, -1 everybody, or dispatch
        ("area", i4),
        ("other_team", i4),
        ("value", i4),  # by verb: see the forms of orders
        ("rides", i4),  # 1 said in one breath with the order before it
        ("ack_task", i4),  # Task that the team turned to on hearing it, -1 none
        ("tries", i4),  # times it was lost on the way, or its runner had to walk on
        ("channel", i4),  # where it was last said on the air, -1 not on the air
        ("given_ms", i8),
        ("spoken_ms", i8),  # when it was last said on the air, -1
        ("heard_ms", i8),  # by whom it concerns, -1
        ("acked_ms", i8),  # when its seat learnt that it was heard, -1
        ("word", i4),  # report that its runner takes along, -1 none
        ("then", i4),  # order said after it in the same transmission, -1
        ("on_foot_ms", i8),  # a runner brought it and takes the answer back, so long; 0 the radio
    ],
    align=True,
)

ITEM = np.dtype(  # something in a lane
    [
        ("kind", i4),  # Item
        ("row", i4),  # of the orders or the reports
        ("to", i4),  # handed on: the seat or the channel it is for
        ("rank", i8),  # its place: on a channel PRIORITY or ROUTINE, handed on when it is due
    ],
    align=True,
)

LANE = np.dtype(  # one row per lane; items head to tail of its row of `air` wait in it
    [
        ("head", i8),  # items taken so far
        ("tail", i8),  # items put in so far
        ("speaking", i4),  # 1 the item at the head is being said
        ("quiet_until_ms", i8),  # the air was cleared: routine traffic waits until then
    ],
    align=True,
)

COMMAND = np.dtype(  # one row: who commands, and by what means
    [
        ("radio_plan", i4),  # RadioPlan in use
        ("switching_until_ms", i8),  # everybody is changing channels until then
        ("unified_ms", i8),  # unified command stands since, -1
        ("together_ms", i8),  # Tactical and Triage stand together since, -1
        ("commander", i4),  # team whose officer commands, -1 nobody
        ("heir", i4),  # team that is being told to take over, or answers that, -1 none
        ("accepted", i4),  # order by which command was last taken over, -1 none
        ("answers", i4),  # times that this was said
        ("rival", i4),  # team whose senior officer took command unannounced, -1 none
        ("returns", i4),  # team whose officer has handed command over and is on the way back, -1
        ("two_since_ms", i8),  # two believe that they command since, -1
        ("uniting", i4),  # 1 police and fire are on their way to one post
        ("sized_up_ms", i8),  # dispatch has heard a size-up, -1 not yet
        ("walking_area", i4),  # where the walking wounded have been told to go, -1 nowhere
    ],
    align=True,
)

SEAT = np.dtype(  # one row per seat: what it is at, and what it holds of the whole
    [
        ("digest", u8),  # of all that was delivered
        ("delivered", i8),  # reports heard
        ("automatic", i4),  # 1 a policy sits there, 0 a person
        ("place", i4),  # CommandPlace
        ("place_area", i4),  # where that is
        ("since_ms", i8),  # in command since
        ("threat", i4),  # ThreatStatus last heard or declared
        ("threat_area", i4),  # where it was last placed
        ("threat_ms", i8),  # when that was observed
        ("threat_heard_ms", i8),  # when that was heard
        ("threat_by", i4),  # Source, or -1 declared by this seat
        ("threat_report", i4),  # the report that it rests on, -1 declared or as dispatch began
        ("quiet_until_ms", i8),  # until when it has cleared the air, 0 not
        ("differences", i4),  # places of which unequal counts were told, since last reconciled
        ("reconciled_ms", i8),  # when the counts were last reconciled, -1 never
        ("reconciled", i4, (4,)),  # and what they came to: red, yellow, green, grey
        ("unconfirmed", i4),  # beside them, casualties that callers claim where nobody has looked
        ("free_entry", i4),  # 1 medics may go in without escort
        ("ccp", i4),  # area of the casualty collection point, as said or heard
        ("aep", i4),  # area of the ambulance exchange point, as said or heard
        ("priority", i4),  # Priority as said or heard
        ("walking_area", i4),  # where it has told the walking wounded to go, -1
        ("ccp_ms", i8),  # when that was said or heard
        ("aep_ms", i8),
        ("decisions", i8),  # that its policy has come to
        ("busy_ms", i8),  # thinking of what it has just ordered, and saying it, takes until then
        ("again_ms", i8),  # when it means to think again, once all it has thought of is said
        ("lapse_ms", i8),  # until then it comes to no decision
        ("wishes", i8),  # orders that it has thought of and come to
        ("spoken", i4),  # times it has spoken on the air
        ("on_air", i4, (CHANNELS,)),  # first order of its transmission on each channel, -1
        ("arrivals_staged", i4),  # 1 it has said so
        ("alarms", i4),  # reports of a second attacker that nobody has checked
        ("blocked", i4),  # places where cars are in the way of ambulances, as it has heard
        ("device_area", i4),  # where a device was found, as heard, -1
        ("warned_ms", i8),  # when it had other sites warned, -1 not
        ("corridor", i4),  # CorridorState as heard
        ("corridor_posts", i4),  # posts held, as heard
        ("commander", i4),  # team whose officer it takes for the commander, -1
        ("overall", i4),  # team whose officer commands from outside, as it has heard, -1
        ("senior", i4),  # team with a supervisor who has no part yet, as it has heard, -1
        ("unified", i4),  # 1 police and fire command together, as it has heard
        ("asked_unified_ms", i8),  # when it last asked for that, -1 never
        ("ready_ms", i8),  # it is occupied until then
        ("called_ms", i8),  # when dispatch tells it what was said elsewhere, next or last
        ("sized_up_ms", i8),  # when it said what it saw on arrival, -1 not
        ("roll_ms", i8),  # when it last called the roll, -1 never
        ("plan_ms", i8),  # when it last said its plan, -1 never
        ("asked_together_ms", i8),  # when it last asked Triage to stand with it, -1 never
        ("together", i4),  # 1 Triage stands with it, as far as it has heard
        ("walked_out", i4),  # walking wounded who have come out by themselves, as last told
        ("people_out", i4),  # people not hurt who are outside, as last told
        ("places", i4),  # areas that it has heard of casualties in: rows of State.places in use
    ],
    align=True,
)

AREA_BELIEF = np.dtype(  # one row per seat and area: what it has heard of that ground
    [
        ("report", i4),  # latest report, -1 nobody spoke of it
        ("counted", i4),  # latest report that told how many lie there, -1 none
        ("seen_ms", i8),  # observed, -1 never seen
        ("counts", i4, (4,)),  # red, yellow, green, grey as last told by a team
        ("searched_ms", i8),  # -1 not known to be searched
        ("threat_ms", i8),  # last time the threat was placed here, -1
        ("source", i4),  # Source of what is held
        ("claimed", i4),  # casualties claimed by a caller
        ("blocked", i4),  # 1 cars are in the way of ambulances there
        ("alarm", i4),  # Alarm
        ("alarm_ms", i8),  # when that was observed
        ("listed", i4),  # 1 among the seat's places
        ("latest", i4),  # latest report of any kind on this ground, -1
        ("asked_ms", i8),  # when it last asked who said that, -1
        ("told_count", i4),  # casualties as last told, by whomever, -1
        ("uninjured", i4),  # people not hurt as last told by a team, -1 not told
        ("differs", i4),  # 1 unequal counts were told, not reconciled since
    ],
    align=True,
)

TEAM_BELIEF = np.dtype(  # one row per seat and team: what it has heard from that team
    [
        ("known", i4),  # 1 on scene, as far as is known
        ("able", i4),  # able members as it last said
        ("area", i4),  # where it last said that it was
        ("observed_ms", i8),  # when that was
        ("task", i4),  # Task
        ("target_area", i4),  # what that is about
        ("busy", i4),  # 0 has said it has nothing to do
        ("task_since_ms", i8),
        ("pending_order", i4),  # order not yet heard by the team, -1
        ("asked_ms", i8),  # request for entry not yet answered, -1
        ("reply", i4),  # Reply
        ("cannot_ms", i8),  # last time it could not do as told, -1
        ("cannot", i4),  # CannotReason that it then gave
        ("heard_ms", i8),  # when anything was last heard from it, -1
        ("plain", i4),  # 1 in plain clothes, not linked up as far as is known
        ("works_for", i4),  # team that this seat has assigned it to, -1
        ("gone", i4),  # 1 it has become part of another
        ("role", i4),  # Role that it has been appointed to, as far as is known
        ("post_area", i4),  # where its leader controls the area alone, as far as is known, -1
        ("by_plan", i4),  # 1 it turned to its task of its own accord, by the plan
    ],
    align=True,
)

CORRIDOR = np.dtype(  # one row: the chain of areas from the CCP to the AEP
    [
        ("state", i4),  # CorridorState
        ("length", i4),  # areas in the chain
        ("chain", i4, (CHAIN,)),  # areas in order, from the CCP
        ("posts_needed", i4),
        ("posts_held", i4),
        ("post_area", i4, (POSTS,)),
        ("post_team", i4, (POSTS,)),  # team told to man it, -1 none
        ("since_ms", i8),  # since when it has been in that state
        ("owner", i4),  # team that answers for it, -1 none
        ("gap_ms", i8),  # between two loads through its narrowest opening
        ("free_ms", i8),  # when the next load may enter
    ],
    align=True,
)

RECORD = np.dtype(  # one row: when each benchmark was first reached, -1 not yet; and counts
    [
        ("interior_command_ms", i8),  # somebody commands inside
        ("threat_over_ms", i8),  # no hazard is left, whether anybody knows it or not
        ("first_warm_ms", i8),  # ground is called warm or cold
        ("rtf_formed_ms", i8),  # a crew is ready, with its security where it needs one
        ("rtf_in_ms", i8),  # a crew is indoors
        ("rtf_contact_ms", i8),  # a crew stands by the first casualty it can care for
        ("corridor_open_ms", i8),
        ("first_ccp_ms", i8),  # a casualty is put down at the CCP
        ("first_red_out_ms", i8),  # a casualty in danger leaves the scene
        ("last_red_out_ms", i8),  # the last so far
        ("first_contact_ms", i8),  # officers act on a hazard
        ("responders_hurt", i4),
        ("down_area", i4),  # where a responder was last hurt
        ("down_ms", i8),  # when that was
        ("near_misses", i4),  # teams that met others unannounced and came close to harm
        ("by_police", i4),  # casualties driven to hospital in police cars
        ("self_transported", i4),  # walking wounded who went to hospital by themselves
        ("came_out", i4),  # walking wounded who have come out by themselves
        ("uninjured_out", i4),  # uninjured people who are outside, run or led
        ("led_out", i4),  # of all who could still be hurt or not, those whom officers led out
        ("blocked_ms", i8),  # time that ambulances stood before parked cars
        ("flips", i4),  # times that ground called warm or cold came into reach
        ("left_ms", i8),  # when the hazard left the site
        ("warned_ms", i8),  # when other sites were warned
        ("elsewhere_ms", i8),  # when it would go on elsewhere
        ("device_found_ms", i8),
        ("lane_wait_ms", i8),  # time that loads waited to enter the corridor
        ("two_commands_ms", i8),  # time in which two believed that they command
        ("pulled", i4),  # teams that somebody else than command took from their task
        ("messages", i8),  # that were to be said on the air
        ("lost", i4),  # of them, messages that nobody heard
        ("clipped", i4),  # and messages that had to be said again
        ("overlooked", i4),  # reports that a commander of too many teams did not take in
        ("misplaced", i4),  # and those that left a team where it was believed to be
    ],
    align=True,
)

ALARM = np.dtype(  # one row: what is true beyond the first threat
    [
        ("claimed_area", i4),  # of which a drawn report of a second attacker speaks
        ("device", i4),  # 1 there is one
        ("device_area", i4),
        ("device_from_ms", i8),  # it can be found from then on
    ],
    align=True,
)


WEIGHTS = np.dtype(  # one row: who reports to Tactical, as it believes
    [
        ("officers", i4),  # teams of officers who take their word from it, or from a control
        ("crews", i4),  # crews that were let in
        ("controls", i4),  # teams whose leader controls an area
        ("triage", i4),  # teams whose leader is Triage
    ],
    align=True,
)

COUNTED = ("weights", "weighing")
"""The last tables of a state: they follow from the others and are no part of its digest."""


class State(NamedTuple):
    """Everything that changes; every table is a view of one buffer."""

    clock: np.ndarray  # CLOCK[1]
    hazard: np.ndarray  # HAZARD[2]
    reached: np.ndarray  # REACHED[1]
    alarm: np.ndarray  # ALARM[1]
    guards: np.ndarray  # int32[edges], teams that guard that way out of the area it belongs to
    ground: np.ndarray  # GROUND[areas]
    zones: np.ndarray  # ZONE[areas]
    openings: np.ndarray  # int32[openings], OpeningState
    teams: np.ndarray  # TEAM[teams]
    walking: np.ndarray  # int64[teams], `leg_end_ms` side by side for `walk_on`, 0 for -1
    people: np.ndarray  # PERSON[people]
    callers: np.ndarray  # CALLER[callers]
    ambulances: np.ndarray  # AMBULANCE[ambulances]
    hospitals: np.ndarray  # HOSPITAL_LOAD[hospitals]
    corridor: np.ndarray  # CORRIDOR[1]
    record: np.ndarray  # RECORD[1]
    seats: np.ndarray  # SEAT[2]
    area_beliefs: np.ndarray  # AREA_BELIEF[2, areas]
    team_beliefs: np.ndarray  # TEAM_BELIEF[2, teams]
    places: np.ndarray  # int32[2, areas], areas that a seat has heard of casualties in, as heard
    memory: np.ndarray  # int64[2, 64 + teams + 2 * areas], what an automatic seat remembers
    reports: np.ndarray  # REPORT[capacity]
    orders: np.ndarray  # ORDER[capacity]
    command: np.ndarray  # COMMAND[1]
    lanes: np.ndarray  # LANE[4]
    air: np.ndarray  # ITEM[4, capacity], a ring for every lane
    times: np.ndarray  # int64[leaves], next time of each event slot
    winners: np.ndarray  # int32[2 * leaves]
    weights: np.ndarray  # WEIGHTS[1], what `weighing` adds up to
    weighing: np.ndarray  # int32[teams], as what each weighs on Tactical: see `weights`
