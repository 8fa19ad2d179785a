"""What a commander remembers from one decision to the next: every place in its memory, once.

A memory is int64[TEAMS + teams + 2 * areas], all nought at first. Times are in ms; 0 is never.
"""

FIRST_SEEN = 0  # when officers were first known to be on scene
SAID_THREAT = 1  # 1 + the ThreatStatus that was last declared
SENT_IN = 2  # when the containment was heard in which teams were last sent in, plus 1
CONTACT_OFFICERS = 8  # officers given to the threat
STANDING = 9  # teams told to stand in reserve
CLEARING = 10  # teams told to search
POSTING = 11  # teams given to the corridor
ALL_SEARCHED = 12  # 1 while a decision is made, once nothing was found to search
CONTAINING = 13  # teams told to guard a way out of where the threat is
CALLED = 14  # when more of everything was last asked for
SECURING = 15  # teams told to secure the CCP
KEEPING = 16  # teams told to keep a perimeter
MEETING = 17  # teams told to meet those who fled
LEADING = 18  # teams told to lead people out who are not hurt
DIRECT = 19  # teams at work that take their word from command
BRIEFED_MS = 20  # when a supervisor was last told to stand by for command
LOOKED_MS = 21  # when officers last stood long enough where the threat was to be
NO_WAY_MS = 22  # when a team sent to contain last said that nothing was left to guard
BROUGHT_OUT = 23  # when the latest crew that was told to come out said that it was hot
OPENED = 24  # 1 + the area that was the CCP when its locked doors were opened
GIVEN_UP = 25  # 1 the corridor was given up since it is said that nothing is about
ASKED_MS = 26  # memory[ASKED_MS + role]: when a crew was last asked to give its leader to that part
COUNTS_ASKED = 40  # when the counts were last to be reconciled
UNHEARD = 41  # 1 + the order that nobody has answered for longest, as far as is seen
UNHEARD_SINCE = 42  # and since when
UNITED_MS = 43  # when teams were last united
NONE_NEEDY = 44  # 1 while a decision is made, once no place wants another team
NONE_TO_TEND = 45  # the same, once none is without those who tend it
ALL_ESCORTED = 46  # the same, once no crew wants officers beside it
PLANNED = 50  # 1 a radio plan has been set
PASSING = 51  # bit t: team t was told to step past wounded
TYING = 52  # bit t: team t was told to tie off and go on
TEAMS = 64
"""memory[TEAMS + t]: for police (area + 1) * 64 + verb + 1 of the last order given to t;
for an RTF 1 + the team that secures it. memory[TEAMS + teams + a]: teams ever sent to care there;
memory[TEAMS + teams + areas + a]: teams at it now, those caring + 64 * those searching."""
