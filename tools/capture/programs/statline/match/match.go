// Package match is one match.
package match

import "sport.example/statline/track"

type event struct {
	minute int
	player string
	kind   string
	at     [4]float64
}

var events track.Log[event]

// Match is two teams.
type Match struct{ teams [2]string }

// New starts a match.
func New(home, away string) *Match { return &Match{teams: [2]string{home, away}} }

// Score notes what a player did.
func (m *Match) Score(minute, player int) {
	events.Append(event{minute: minute, player: m.teams[player%2], kind: "run"})
}
